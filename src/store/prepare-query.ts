import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { StoreTables } from './tables.ts'

/** Runs a statement with other values than before. */
export type PreparedQuery<Row> = (values: readonly string[]) => Promise<readonly Row[]>

/**
 * Makes a statement that is written out once, for any database that Kysely speaks to: putting a small one
 * together takes longer than running it, one of eighteen buttons two thirds as long.
 * @param size how many values it takes
 * @param compose is called once, with texts in the places of the values, each of which may stand in it several times
 */
export function prepareQuery<Row>(
  db: Kysely<StoreTables>,
  size: number,
  compose: (blanks: readonly string[]) => Compilable<Row>,
): PreparedQuery<Row> {
  let known: { readonly query: CompiledQuery<Row>; readonly places: readonly number[] } | null = null
  const prepare = () => {
    const blanks = Array.from({ length: size }, (_, at) => `blank ${at}`)
    const query = compose(blanks).compile()
    return { query, places: query.parameters.map(blank => blanks.indexOf(String(blank))) }
  }
  return async values => {
    known ??= prepare()
    const { query, places } = known
    const parameters = places.map((place, at) => (place < 0 ? query.parameters[at] : values[place]))
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
