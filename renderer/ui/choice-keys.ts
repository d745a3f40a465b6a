const KEYS = '123456789abcdefghijklmnopqrstuvwxyz'

/** One of the choices that a field offers. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** The key that chooses it while the field has the focus, lower case; numbered where it is not given. */
  readonly key?: string
}

/** The key of a choice in its field, or null where there are more choices than keys. */
export function keyOfChoice(choice: Choice, index: number): string | null {
  return choice.key ?? KEYS[index] ?? null
}

/** The choice that a key chooses. */
export function choiceOfKey(choices: readonly Choice[], key: string): Choice | undefined {
  const wanted = key.toLowerCase()
  return choices.find((choice, index) => keyOfChoice(choice, index) === wanted)
}
