import { describe, expect, it } from 'vitest'
import { COMMANDS, type Command, idOfCommand, parseCommandLine } from '../src/commands.ts'

describe('parseCommandLine', () => {
  it.each([
    ['admin reload', { id: 'admin reload', values: {} }],
    ['Admin  Reload dry-run', { id: 'admin reload', values: { 'dry-run': 'true' } }],
    [
      'admin hide company Acme Robotics',
      { id: 'admin hide', values: { what: 'company', value: 'Acme Robotics' } },
    ],
    ['admin sources', { id: 'admin sources', values: {} }],
    ['show 2', { id: 'show', values: { number: '2' } }],
    ['search go jobs in Bern', { id: 'search', values: { question: 'go jobs in Bern' } }],
  ])('reads “%s”', (line, call) => {
    expect(parseCommandLine(line)).toEqual(call)
  })

  it.each(['', 'admin', 'admin explode', 'remote go jobs'])('takes “%s” for no command', line => {
    expect(parseCommandLine(line)).toBeNull()
  })

  it.each(COMMANDS.map(command => command as Command))('reads the example of $group $name', command => {
    expect(
      parseCommandLine(command.group === null && command.name === 'search' ? 'search x' : command.example)
        ?.id,
    ).toBe(idOfCommand(command))
  })
})
