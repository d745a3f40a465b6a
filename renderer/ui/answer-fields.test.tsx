// @vitest-environment jsdom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CheckField } from './CheckField.tsx'
import { EditableText } from './EditableText.tsx'
import { RadioField } from './RadioField.tsx'

const CHOICES = [
  { value: 'a', label: 'Ay' },
  { value: 'b', label: 'Bee' },
  { value: 'c', label: 'See' },
]

let root: Root
let saves: string[]
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

const show = (node: ReactNode): void => act(() => root.render(node))
const input = (index = 0): HTMLInputElement => document.querySelectorAll('input')[index] as HTMLInputElement
const press = (key: string): void =>
  act(() => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
const wait = (milliseconds: number): Promise<void> =>
  act(() => vi.advanceTimersByTimeAsync(milliseconds).then(() => undefined))
const take = async (value: string): Promise<boolean> => {
  saves.push(value)
  return true
}
const checked = (): readonly string[] =>
  [...document.querySelectorAll('input')].flatMap((each) =>
    each.checked ? [each.getAttribute('aria-label') ?? ''] : [],
  )

const radios = (value: string, onEnter: () => void = () => undefined): ReactNode => (
  <RadioField label="R" value={value} choices={CHOICES} clearLabel="Clear" onChoose={take} onEnter={onEnter} />
)

test('keys in quick succession are each taken, also before the first has come back', () => {
  show(radios(''))
  act(() => input().focus())
  press('2')
  press('Backspace')
  press('3')
  expect(saves).toEqual(['b', '', 'c'])
  expect(checked()).toEqual(['See'])
})

test('the arrows begin with the first choice, and only where they come to rest is chosen', async () => {
  show(radios(''))
  act(() => input().focus())
  press('ArrowDown')
  press('ArrowDown')
  expect([saves, checked()]).toEqual([[], ['Bee']])
  await wait(600)
  expect(saves).toEqual(['b'])
  show(radios('b'))
  press('ArrowDown')
  act(() => root.unmount())
  expect(saves).toEqual(['b', 'c'])
  root = createRoot(document.getElementById('host') as HTMLElement)
})

test('a refused choice goes back to what is saved', async () => {
  show(<RadioField label="R" value="a" choices={CHOICES} clearLabel="Clear" onChoose={() => Promise.resolve(false)} />)
  act(() => input().focus())
  press('2')
  await wait(0)
  expect(checked()).toEqual(['Ay'])
})

test('several choices: one stop for Tab, keys put in and take out', () => {
  const onEnter = vi.fn()
  show(
    <CheckField
      label="C"
      values={['b']}
      choices={CHOICES}
      onChoose={(values) => take(values.join(' '))}
      onEnter={onEnter}
    />,
  )
  expect([...document.querySelectorAll('input')].map((each) => each.tabIndex)).toEqual([0, -1, -1])
  act(() => input().focus())
  press('ArrowUp')
  expect(document.activeElement).toBe(input(2))
  press('3')
  press('2')
  press('Backspace')
  expect(saves).toEqual(['b c', 'c', ''])
  press('Enter')
  expect(onEnter).toHaveBeenCalledOnce()
})

test('what cannot be taken stays, is told of, and is not handed over; mended it is shown as it is saved', async () => {
  const unfit: (string | null)[] = []
  const onEnter = vi.fn()
  const number = (value: string): ReactNode => (
    <EditableText
      label="N"
      value={value}
      check={(text) => (/^[\d ]*$/.test(text) ? null : 'not a number')}
      onUnfit={(text) => unfit.push(text)}
      onEnter={onEnter}
      onSave={(text) => take(text.trim())}
    />
  )
  const type = (text: string): void =>
    act(() => {
      // React listens to the element's own setter.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text)
      input().dispatchEvent(new Event('input', { bubbles: true }))
    })
  show(number(''))
  act(() => input().focus())
  type('many')
  press('Enter')
  expect([input().value, saves, unfit.at(-1)]).toEqual(['many', [], 'many'])
  expect(document.querySelector('[role=alert]')?.textContent).toBe('not a number')
  expect(onEnter).not.toHaveBeenCalled()
  type(' 12 ')
  press('Enter')
  expect(onEnter).toHaveBeenCalledOnce()
  show(number('12'))
  await wait(300)
  expect([input().value, saves, unfit.at(-1)]).toEqual(['12', ['12'], null])
  expect(document.querySelector('[role=alert]')).toBeNull()
})
