/** Addresses that are put together from what an answer of the server names. */
export const casesAddress = (change: string, folder: string): string => `/changes/${change}/workflows/${folder}/cases`;

export const caseAddress = (change: string, folder: string, id: string): string => `${casesAddress(change, folder)}/${encodeURIComponent(id)}`;

export const releaseAddress = (release: number): string => `/releases/${release}`;
