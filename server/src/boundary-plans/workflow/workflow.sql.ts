/** Codes of territories by id. */
export const LIST_PARENT_CODES = 'SELECT id, code FROM territory WHERE id = ANY($1::uuid[])';
