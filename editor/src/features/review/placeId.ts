/** The element of the page that a remark on a place leads to. */
export const placeId = (document: string, place: string): string => `at-${encodeURIComponent(`${document} ${place}`)}`;
