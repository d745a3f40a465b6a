import type { HistoryStep } from '#renderer/commands/history-commands.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import type { Translate } from '#shared/messages/translate.ts'

/** What a step is called, and its words as a search compares them. */
interface StepNames {
  readonly name: string
  readonly folded: string
}

/** Names steps in the interface's language, each once: a search through a long history asks for every one after every key. */
export function stepNames(t: Translate): (step: HistoryStep) => StepNames {
  const known = new WeakMap<HistoryStep, StepNames>()
  return (step) => {
    let names = known.get(step)
    if (names === undefined) {
      const act = t(step.name, step.values)
      const name = step.kind === 'act' ? act : t(`history.${step.kind}` satisfies MessageKey, { step: act })
      names = { name, folded: `${name} ${step.quote}`.toLocaleLowerCase() }
      known.set(step, names)
    }
    return names
  }
}
