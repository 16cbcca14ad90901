import { fileURLToPath } from 'node:url'

/** Where the sample postings lie that come with the project. */
export const SAMPLE_FOLDER = fileURLToPath(new URL('../../data/postings', import.meta.url))
