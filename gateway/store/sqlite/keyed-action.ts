/** In the chain of a database: which keys it is written with from there on, by their fingerprint. */
export const keyedAction = 'store.keyed';
