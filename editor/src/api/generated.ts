// The types of the HTTP interface, which the client package has: they are generated once (`npm run api-types`).
export type * from '../../../src/bonemets-client/src/generated';
