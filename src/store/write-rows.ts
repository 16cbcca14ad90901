/** A value that every database takes. */
export type RowValue = string | number | null

/** The values of a row by their columns. */
export type Row = Readonly<Record<string, RowValue>>

/**
 * Writes many rows at once within the transaction that is open.
 * @param table and the names of the columns are ours, never those of a person
 * @param rows all with the same columns; made one by one where they are many
 * @param onConflict what follows `on conflict`, such as `do nothing`
 */
export type WriteRows = (table: string, rows: Iterable<Row>, onConflict: string) => Promise<void>
