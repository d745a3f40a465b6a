import { expect, test, vi } from 'vitest'
import type { CodingId } from '#shared/model/ids.ts'
import type { Desk } from './desk.ts'
import type { ProjectSession } from './project-session.ts'
import { type Command, runCommand } from './registry.ts'
import { createWorkbench } from './workbench.ts'

const [FIRST, SECOND] = ['first', 'second'] as readonly string[] as readonly [CodingId, CodingId]

/** A desk whose project still has something to do until `settle` is called, and a command about the coding in hand. */
function busyDesk() {
  let settle = (): void => {}
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  const workbench = createWorkbench()
  const session = { settled: () => settled } as unknown as ProjectSession
  workbench.setState({ session, codingId: FIRST })
  const run = vi.fn()
  const command: Command = { isEnabled: ({ codingId }) => codingId !== null, isOfCodingInHand: true, run }
  const desk = { workbench } as unknown as Desk
  return { desk, settle, run, asked: runCommand(desk, command, () => false) }
}

test('a key about the coding in hand waits for what is being made, and means that', async () => {
  const { desk, settle, run, asked } = busyDesk()
  desk.workbench.setState({ codingId: SECOND, codingMade: SECOND })
  settle()
  await asked
  expect(run).toHaveBeenCalledOnce()
})

test('it does not mean another one that was taken in hand while it waited', async () => {
  const { desk, settle, run, asked } = busyDesk()
  desk.workbench.setState({ codingId: SECOND })
  settle()
  await asked
  expect(run).not.toHaveBeenCalled()
  expect(desk.workbench.getState().notice).toMatchObject({ tone: 'refused', key: 'notice.otherInHand' })
})
