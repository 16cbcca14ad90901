/** A step of an example: words that are said, a control that is pressed by the start of its label, a reply that is shown. */
export type ExampleStep = { readonly say: string } | { readonly press: string } | { readonly show: string }

/** Something to look at with one click; the page takes the steps as a person would. */
export interface Example {
  readonly id: string
  readonly label: string
  readonly steps: readonly ExampleStep[]
}

const QUESTION = 'remote over 100k'

/** Each kind of reply once, in the order in which somebody meets them. */
export const EXAMPLES: readonly Example[] = [
  { id: 'answer', label: 'An answer', steps: [{ say: QUESTION }] },
  { id: 'command', label: 'By command', steps: [{ say: `/jobs ${QUESTION}` }] },
  { id: 'details', label: 'Details', steps: [{ say: QUESTION }, { press: 'Details' }] },
  { id: 'edit', label: 'Edit', steps: [{ say: QUESTION }, { press: 'Edit' }] },
  { id: 'form', label: 'A form', steps: [{ say: '/jobs admin settings' }] },
  { id: 'empty', label: 'Nothing found', steps: [{ say: 'remote cobol in Paris over 500k' }] },
  { id: 'unread', label: 'Not understood', steps: [{ say: 'remote gardening with tractors' }] },
  { id: 'statistic', label: 'A statistic', steps: [{ say: 'average pay for senior engineers' }] },
  { id: 'stats', label: 'All postings in figures', steps: [{ say: '/jobs stats' }] },
  { id: 'help', label: 'Help', steps: [{ say: '/jobs help' }] },
  {
    id: 'alert-form',
    label: 'Making an alert',
    steps: [{ say: QUESTION }, { press: 'Alert me' }, { press: 'Alert only me' }],
  },
  { id: 'alert', label: 'An alert', steps: [{ show: 'alert' }] },
  { id: 'digest', label: 'A digest', steps: [{ show: 'digest' }] },
  { id: 'error', label: 'An error', steps: [{ show: 'error' }] },
  { id: 'status', label: 'Admin: status', steps: [{ say: '/jobs admin status' }] },
  { id: 'reload', label: 'Admin: reload', steps: [{ say: '/jobs admin reload' }] },
  { id: 'held', label: 'Admin: held back', steps: [{ show: 'held' }] },
  { id: 'edges', label: 'Hard cases', steps: [{ show: 'edges' }] },
]
