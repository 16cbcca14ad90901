import { describe, expect, it } from 'vitest'
import { deriveTable } from '../../src/catalog/derived-table.ts'
import { runSteps } from '../../src/catalog/steps.ts'

function open() {
  const built: string[] = []
  const table = deriveTable(function* ({ name }: { readonly name: string }) {
    yield
    built.push(name)
    return name === 'nothing' ? undefined : name.length
  })
  return { built, table }
}

describe('deriveTable', () => {
  it('works a table out once for each thing that it belongs to', () => {
    const { built, table } = open()
    const [words, column] = [{ name: 'words' }, { name: 'column' }]
    expect([table.of(words), table.of(words), table.of(column)]).toEqual([5, 5, 6])
    expect(built).toEqual(['words', 'column'])
  })

  it('does not work out again what was prepared in steps, even where there is nothing', () => {
    const { built, table } = open()
    const nothing = { name: 'nothing' }
    expect(runSteps(table.prepare(nothing))).toBeUndefined()
    expect(table.of(nothing)).toBeUndefined()
    expect(runSteps(table.prepare(nothing))).toBeUndefined()
    expect(built).toEqual(['nothing'])
  })
})
