import { expect, it } from 'vitest'
import { waitingFiles } from './waiting-files.ts'

it('hands out each file once, in order, and tells of arrivals', () => {
  let arrivals = 0
  const waiting = waitingFiles(() => {
    arrivals += 1
  })
  waiting.add([])
  waiting.add(['/a', '/b'])
  waiting.add(['/a'])
  expect(arrivals).toBe(2)
  expect(waiting.take()).toEqual(['/a', '/b', '/a'])
  expect(waiting.take()).toEqual([])
})
