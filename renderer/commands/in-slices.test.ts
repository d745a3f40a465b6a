import { expect, test, vi } from 'vitest'
import { inSlices } from './in-slices.ts'

const slowly = (): void => {
  const until = performance.now() + 5
  while (performance.now() < until);
}

test('long work lets others have their turn, and does everything once and in order', async () => {
  const done: number[] = []
  const other = vi.fn()
  const timer = setInterval(other)
  const told: number[] = []
  const list = Array.from({ length: 20 }, (_, index) => index)
  const work = (item: number): void => {
    slowly()
    done.push(item)
  }
  expect(await inSlices(list, work, new AbortController().signal, (so) => told.push(so))).toBe(true)
  clearInterval(timer)
  expect(done).toEqual(list)
  expect(other.mock.calls.length).toBeGreaterThan(2)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('who stops it is heard before the next piece', async () => {
  const stopping = new AbortController()
  const done: number[] = []
  const work = (item: number): void => {
    done.push(item)
    if (item === 3) stopping.abort()
  }
  expect(await inSlices([1, 2, 3, 4, 5], work, stopping.signal)).toBe(false)
  expect(done).toEqual([1, 2, 3])
})
