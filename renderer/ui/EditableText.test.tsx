// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EditableText } from './EditableText.tsx'

let root: Root
let saves: { readonly text: string; readonly settle: (isTaken: boolean) => void }[]

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  document.body.innerHTML = '<div id="host"></div>'
  root = createRoot(document.getElementById('host') as HTMLElement)
  saves = []
})

afterEach(() => {
  act(() => root.unmount())
  vi.useRealTimers()
})

const field = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement

function show(value: string): void {
  act(() =>
    root.render(
      <EditableText
        label="Memo"
        value={value}
        savesWhileTyping
        onSave={(text) => new Promise((settle) => saves.push({ text, settle }))}
      />,
    ),
  )
}

function type(text: string): void {
  act(() => {
    // React listens to the element's own setter.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const wait = (milliseconds: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds)
  })

test('what is deleted again while its saving is under way stays deleted, and is saved so', async () => {
  show('')
  type('w')
  await wait(1000)
  type('')
  show('w')
  await act(async () => saves[0]?.settle(true))
  expect(field().value).toBe('')
  await wait(1000)
  expect(saves.map(({ text }) => text)).toEqual(['w', ''])
})

test('what is undone elsewhere shows in the field, and is not written again', async () => {
  show('')
  type('new')
  await wait(1000)
  show('new')
  await act(async () => saves[0]?.settle(true))
  await wait(1000)
  show('')
  expect(field().value).toBe('')
  act(() => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  await wait(5000)
  expect(saves).toHaveLength(1)
})

test('what was refused stays in the field, marked', async () => {
  show('a')
  type('b')
  await wait(1000)
  await act(async () => saves[0]?.settle(false))
  expect(field().value).toBe('b')
  expect(field().getAttribute('aria-invalid')).toBe('true')
})

test('steady typing is saved all the same', async () => {
  show('')
  for (let at = 1; at <= 20; at++) {
    type('x'.repeat(at))
    await wait(300)
  }
  expect(saves.length).toBeGreaterThan(0)
  expect(saves[0]?.text.length).toBeLessThan(20)
})
