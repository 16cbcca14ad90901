import { readFileSync } from 'node:fs'

/** Reads a table of data/places: its rows as cells, without comments. */
export function readPlaceTable(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`../../../data/places/${file}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'))
}

/** Splits a cell that holds several names. */
export function splitNames(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|')
}
