import { isCount, recordGuard } from '#shared/model/guard.ts'
import { isId, type ProjectId } from '#shared/model/ids.ts'

/** Told by the window that wrote it: the journal of a project has an entry of this number. */
interface News {
  readonly projectId: ProjectId
  readonly seq: number
}

const isNews = recordGuard<News>({ projectId: isId, seq: isCount })

/** How windows on the same data tell each other that they wrote. */
export interface JournalNews {
  readonly tell: (news: News) => void
  /** Calls back for what other windows write; the answer stops. */
  readonly listen: (onNews: (news: News) => void) => () => void
}

/** Joins the windows' channel. The news is only that there is some: everybody reads the journal for themselves. */
export function joinJournalNews(): JournalNews {
  const channel = new BroadcastChannel('lectern-journal')
  return {
    tell: (news) => channel.postMessage(news),
    listen: (onNews) => {
      const take = ({ data }: MessageEvent): void => {
        if (isNews(data)) onNews(data)
      }
      channel.addEventListener('message', take)
      return () => channel.removeEventListener('message', take)
    },
  }
}
