import './app/styles/index.css'
import { createRoot } from 'react-dom/client'
import { adoptHighlightRules } from '#renderer/editor/highlight-rules.ts'
import { App } from './app/App.tsx'
import { startDesk } from './app/start-desk.ts'
import { Trouble, TroubleBoundary } from './app/Trouble.tsx'

const host = document.getElementById('app')
if (host === null) throw new Error('the page has no place for the program')
adoptHighlightRules(document)
const root = createRoot(host)

startDesk(({ desk, language, run }) => {
  root.render(
    <TroubleBoundary>
      <App desk={desk} language={language} run={run} />
    </TroubleBoundary>,
  )
}).catch((error: unknown) => root.render(<Trouble error={error} />))
