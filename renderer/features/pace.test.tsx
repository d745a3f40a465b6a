// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { catchUp, type ReadableStore, Unhurried, usePaced } from './pace.tsx'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

interface Counted {
  readonly count: number
}

function Shown({ name, store }: { readonly name: string; readonly store: ReadableStore<Counted> }): ReactNode {
  return <p id={name}>{useStore(usePaced(store), ({ count }) => count)}</p>
}

/** Two stores, followed at once and in the frame after; frames come when they are called. */
function page() {
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  const [one, two] = [createStore<Counted>(() => ({ count: 0 })), createStore<Counted>(() => ({ count: 0 }))]
  const place = document.body.appendChild(document.createElement('div'))
  act(() =>
    createRoot(place).render(
      <>
        <Shown name="text" store={one} />
        <Unhurried>
          <Shown name="pane" store={one} />
          <Shown name="other" store={two} />
        </Unhurried>
      </>,
    ),
  )
  const shown = (): string => [...place.querySelectorAll('p')].map((p) => p.textContent).join(' ')
  const frame = (): void => act(() => frames.splice(0).forEach((run) => void run()))
  return { one, two, shown, frame }
}

test('the text shows a change at once, the panes one frame after the next, all of them together', () => {
  const { one, two, shown, frame } = page()
  act(() => one.setState({ count: 1 }))
  act(() => two.setState({ count: 5 }))
  expect(shown()).toBe('1 0 0')
  frame()
  expect(shown()).toBe('1 0 0')
  frame()
  expect(shown()).toBe('1 1 5')
})

test('what has changed since is not drawn with the text either: the panes wait one frame more, and no longer', () => {
  const { one, two, shown, frame } = page()
  act(() => one.setState({ count: 1 }))
  frame()
  act(() => two.setState({ count: 5 }))
  frame()
  expect(shown()).toBe('1 0 0')
  act(() => two.setState({ count: 6 }))
  frame()
  expect(shown()).toBe('1 1 6')
})

test('who needs the panes now has them brought up to date, and the frames that were waited for change nothing', () => {
  const { one, shown, frame } = page()
  act(() => one.setState({ count: 1 }))
  act(catchUp)
  expect(shown()).toBe('1 1 0')
  act(() => one.setState({ count: 2 }))
  frame()
  frame()
  expect(shown()).toBe('2 2 0')
})

test('while no frames come the panes follow all the same', () => {
  vi.useFakeTimers()
  const { one, shown } = page()
  act(() => one.setState({ count: 3 }))
  act(() => void vi.advanceTimersByTime(2000))
  expect(shown()).toBe('3 3 0')
  vi.useRealTimers()
})
