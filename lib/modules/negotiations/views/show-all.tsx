import type { StudySaid } from './analysis-said'

type ShowAllProps = { part: string; count: number; shown: number; said: StudySaid }

/** The way to the whole of a part of which the most needed rows are shown; nothing where all of them are. */
export const ShowAll = ({ part, count, shown, said }: ShowAllProps) =>
  shown < count && (
    <a className="link w-fit" href={`?all=${part}#${part}`}>
      {said.t('showAll', { count })}
    </a>
  )
