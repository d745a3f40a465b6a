import { expect, it } from 'vitest'
import { importJobs } from './import-jobs.ts'

const untilAborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped')))

it('stops the work of that name and no other', async () => {
  const jobs = importJobs()
  const one = jobs.run('one', untilAborted)
  const two = jobs.run('two', untilAborted)
  jobs.cancel('none')
  jobs.cancel('two')
  expect(await two).toBe('stopped')
  expect(await Promise.race([one, Promise.resolve('at work')])).toBe('at work')
  jobs.cancel('one')
  expect(await one).toBe('stopped')
})

it('takes a name again only when its work has ended, well or not', async () => {
  const jobs = importJobs()
  const one = jobs.run('one', untilAborted)
  await expect(jobs.run('one', async () => 'x')).rejects.toThrow('already')
  jobs.cancel('one')
  await one
  await expect(jobs.run('one', () => Promise.reject(new Error('odd')))).rejects.toThrow('odd')
  expect(await jobs.run('one', async () => 'x')).toBe('x')
})
