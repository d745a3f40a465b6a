import { beforeEach, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { withProgress } from './long-work.ts'
import { createWorkbench } from './workbench.ts'

let ids = 0
let desk: Desk
const works = () => desk.workbench.getState().works

beforeEach(() => {
  desk = { workbench: createWorkbench(), newId: () => String(++ids) } as unknown as Desk
})

test('each has its bar for as long as it takes, and hears that it is to stop', async () => {
  let goOn = (): void => {}
  const first = withProgress(desk, 'work.exporting', async ({ signal, tell }) => {
    tell(1, 10)
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    return signal.aborted
  })
  const second = withProgress(desk, 'work.returning', async ({ commit }) => commit())
  expect(works()).toMatchObject([
    { name: 'work.exporting', done: 1, count: 10, isStopping: false },
    { name: 'work.returning', stop: null },
  ])
  await second
  expect(works()).toHaveLength(1)
  works()[0]?.stop?.()
  expect(works()).toMatchObject([{ isStopping: true }])
  goOn()
  expect(await first).toBe(true)
  expect(works()).toEqual([])
})

test('what was never to be stopped has no way to stop it, also where its bar comes late', async () => {
  await withProgress(
    desk,
    'work.following',
    async ({ tell, commit }) => {
      commit()
      expect(works()).toEqual([])
      tell(0, null)
      expect(works()).toMatchObject([{ name: 'work.following', stop: null }])
    },
    { isOnlyMaybeLong: true },
  )
  expect(works()).toEqual([])
})

test('where another stretch begins is shown at once', async () => {
  await withProgress(desk, 'work.returning', async ({ tell }) => {
    tell(0, 0)
    tell(0, 12)
    expect(works()).toMatchObject([{ done: 0, count: 12 }])
    tell(1, 12)
    expect(works()).toMatchObject([{ done: 0 }])
    tell(12, 12)
    expect(works()).toMatchObject([{ done: 12 }])
  })
})

test('the bar goes with work that fails', async () => {
  const failing = withProgress(desk, 'work.exporting', () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  expect(works()).toEqual([])
})
