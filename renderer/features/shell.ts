import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Desk } from '#renderer/commands/desk.ts'
import type { SessionState } from '#renderer/commands/project-session.ts'
import type { WorkbenchState } from '#renderer/commands/workbench.ts'
import type { CommandId } from '#shared/commands.ts'
import type { Language } from '#shared/messages/message.ts'
import type { Translate } from '#shared/messages/translate.ts'
import { type ReadableStore, usePaced } from './pace.tsx'

/** What every region of the screen is given: the desk, the words, and the way to run a command. */
export interface Shell {
  readonly desk: Desk
  readonly t: Translate
  readonly language: Language
  readonly run: (command: CommandId) => void
}

export const ShellContext = createContext<Shell | null>(null)

export function useShell(): Shell {
  const shell = useContext(ShellContext)
  if (shell === null) throw new Error('outside of the shell')
  return shell
}

/** Follows a part of what is open, looked at and selected. */
export function useWorkbench<T>(select: (state: WorkbenchState) => T): T {
  return useStore(usePaced(useShell().desk.workbench), select)
}

const NO_PROJECT: ReadableStore<SessionState | null> = {
  getState: () => null,
  getInitialState: () => null,
  subscribe: () => () => undefined,
}

/** Follows a part of the open project; `null` while none is open. */
export function useProject<T>(select: (session: SessionState) => T): T | null {
  const store: ReadableStore<SessionState | null> = useWorkbench((state) => state.session)?.store ?? NO_PROJECT
  return useStore(usePaced(store), (session) => (session === null ? null : select(session)))
}
