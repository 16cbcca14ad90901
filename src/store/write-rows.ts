/** A value that every database takes. */
export type RowValue = string | number | null

/**
 * Writes many rows at once within the transaction that is open.
 * @param table and the names of the columns are ours, never those of a person
 * @param onConflict what follows `on conflict`, such as `do nothing`
 */
export type WriteRows = (
  table: string,
  rows: readonly Readonly<Record<string, RowValue>>[],
  onConflict: string,
) => Promise<void>
