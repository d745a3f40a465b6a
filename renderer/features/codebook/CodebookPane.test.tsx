// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { foundProject } from '#renderer/commands/acts/project-acts.ts'
import type { Desk } from '#renderer/commands/desk.ts'
import type { ProjectSession, SessionState } from '#renderer/commands/project-session.ts'
import { createWorkbench } from '#renderer/commands/workbench.ts'
import { ShellContext } from '#renderer/features/shell.ts'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { emptyHead } from '#shared/journal/entry.ts'
import { applyChanges, emptyState } from '#shared/journal/state.ts'
import { translatorFor } from '#shared/messages/translate.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId, CoderId, IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { CodebookPane } from './CodebookPane.tsx'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
)
// Nothing has a size here: rows are made 28 pixels high, and what scrolls ten rows.
vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(28)
vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(280)

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
let next = 0
const newId = (): string => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`

/** The starter codebook with so many more claims. */
function withClaims(count: number): readonly Code[] {
  const by = starterCodesByName('en', newId)
  const more = Array.from({ length: count }, (_, index) => ({
    ...by['claim.fact'],
    id: newId() as CodeId,
    name: `Claim ${index}`,
    key: null,
    position: 100 + index,
  }))
  return [...Object.values(by), ...more]
}

function paneOf(codes: readonly Code[]): HTMLElement {
  const project = { id: newId() as ProjectId, name: 'p', createdAt: AT }
  const coder = { id: newId() as CoderId, name: 'c', createdAt: AT }
  const state = applyChanges(emptyState(project), foundProject(project, coder, codes).changes)
  const store = createStore<SessionState>(() => ({ state, head: emptyHead(project.id), undo: null, redo: null }))
  const workbench = createWorkbench()
  workbench.setState({ session: { store } as unknown as ProjectSession })
  const shell = {
    desk: { workbench } as unknown as Desk,
    t: translatorFor('en'),
    language: 'en' as const,
    run: () => undefined,
  }
  const place = document.body.appendChild(document.createElement('div'))
  act(() =>
    createRoot(place).render(
      <ShellContext value={shell}>
        <CodebookPane />
      </ShellContext>,
    ),
  )
  return place
}

test('of two thousand codes only those near the visible ones are drawn, and each says where it stands', () => {
  const items = [...paneOf(withClaims(2000)).querySelectorAll('[role=treeitem]')]
  expect(items.length).toBeGreaterThan(0)
  expect(items.length).toBeLessThan(120)
  expect(items[0]?.getAttribute('aria-setsize')).toBe('3')
  expect(items[1]?.getAttribute('aria-setsize')).toBe('2006')
  expect(items[1]?.getAttribute('aria-posinset')).toBe('1')
  expect(items[1]?.getAttribute('aria-level')).toBe('2')
})

test('a starter codebook stands there whole, and one row takes the keyboard', () => {
  const pane = paneOf(withClaims(0))
  expect(pane.querySelectorAll('[role=treeitem]')).toHaveLength(29)
  expect(pane.querySelectorAll('[role=treeitem][tabindex="0"]')).toHaveLength(1)
})
