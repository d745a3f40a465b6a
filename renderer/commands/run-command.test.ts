import { beforeEach, expect, test, vi } from 'vitest'
import type { CodingId } from '#shared/model/ids.ts'
import type { Desk } from './desk.ts'
import type { ProjectSession } from './project-session.ts'
import { type Command, runCommand } from './registry.ts'
import { createWorkbench } from './workbench.ts'

const FORMER = 'former' as CodingId
const MADE = 'made' as CodingId

let desk: Desk
let take: () => void
let hit: (CodingId | null)[]
const inFront = (): boolean => true
const nothing = (): boolean => false

/** A project in which a coding is being made that is then taken in hand. */
beforeEach(() => {
  desk = { workbench: createWorkbench() } as unknown as Desk
  hit = []
  const settled = new Promise<void>((resolve) => {
    take = () => {
      desk.workbench.setState({ codingId: MADE })
      resolve()
    }
  })
  desk.workbench.setState({ session: { settled: () => settled } as ProjectSession, codingId: FORMER })
})

const remove: Command = {
  isEnabled: ({ codingId }) => codingId !== null,
  isOfCodingInHand: true,
  run: ({ workbench }) => {
    hit.push(workbench.getState().codingId)
  },
}

test('what is done to the coding in hand waits for the one that is being made', async () => {
  const done = runCommand(desk, remove, nothing)
  expect(hit).toEqual([])
  take()
  await done
  expect(hit).toEqual([MADE])
})

test('whether it can be done is asked when its turn has come', async () => {
  desk.workbench.setState({ codingId: null })
  const done = runCommand(desk, remove, nothing)
  take()
  await done
  expect(hit).toEqual([MADE])
  await runCommand(desk, remove, inFront)
  expect(hit).toEqual([MADE])
})

test('other commands are carried out at once', () => {
  const run = vi.fn()
  void runCommand(desk, { isEnabled: () => true, run }, nothing)
  expect(run).toHaveBeenCalledOnce()
})
