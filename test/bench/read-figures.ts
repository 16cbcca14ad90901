import { InvalidArgumentError } from 'commander'

/** Reads a share that is given to a benchmark. @throws what commander shows beside the option */
export function readShare(text: string): number {
  const share = Number(text)
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('Give a share from 0 to 1.')
  return share
}

/** Reads how many of something a benchmark is to take. @throws what commander shows beside the option */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(text)
}

/** Reads several counts with commas between. @throws what commander shows beside the option */
export function readCounts(text: string): readonly number[] {
  return text.split(',').map(readCount)
}
