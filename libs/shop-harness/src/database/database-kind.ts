/** Where the API keeps its data: PGlite in its own process, or a PostgreSQL server. */
export type DatabaseKind = 'embedded' | 'postgres';
