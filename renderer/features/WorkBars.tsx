import { type ReactNode, useEffect, useState } from 'react'
import type { LongWork } from '#renderer/commands/long-work.ts'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { useShell, useWorkbench } from './shell.ts'

/** What is done sooner than this needs no bar, in milliseconds. */
const PATIENCE = 300

/** A bar for each thing that takes long. */
export function WorkBars(): ReactNode {
  return useWorkbench((state) => state.works).map((work) => <WorkBar key={work.id} work={work} />)
}

function WorkBar({ work }: { readonly work: LongWork }): ReactNode {
  const { t, language, run } = useShell()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  const { name, done, count, isStopping, stop } = work
  const number = (value: number): string => value.toLocaleString(language)
  const isBeginning = count === 0
  const howFar = isBeginning ? t('work.beginning') : t(name, { done: number(done), count: number(count ?? 0) })
  return (
    <ProgressBar
      label={t('work.bar')}
      words={isStopping ? t('work.stopping') : howFar}
      done={done}
      count={count ?? 0}
      detail=""
      stopLabel={t('work.stop')}
      onStop={isStopping ? null : stop}
      onGone={() => run('focus-transcript')}
    />
  )
}
