import { describe, expect, it } from 'vitest'
import { nameBoard } from '../../src/source/name-board.ts'

describe('nameBoard', () => {
  it.each([
    ['quillmarsh', ['At Quill Marsh, we write. Quill Marsh’s ledgers'], 'Quill Marsh'],
    ['brindlecote', ['<p>Brindlecote listens.</p>'], 'Brindlecote'],
    ['acme-robotics', ['nothing of it'], 'Acme Robotics'],
    ['BigCo', [], 'BigCo'],
    ['ember', ['we remember ember in small letters'], 'Ember'],
    ['deepc', ['DeepC is small. DeepC grows. Deep C once.'], 'DeepC'],
  ])('names %s', (board, texts, name) => {
    expect(nameBoard(board, texts)).toBe(name)
  })
})
