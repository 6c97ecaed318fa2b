import { Link } from '@tanstack/react-router'

const address = /\/mistakes\?mistake=([0-9a-f-]{36})/

/** Why a rule exists; where it comes from a mistake, with the way to it. */
export function Story({ story }: { story: string }) {
  const [found, mistake] = address.exec(story) ?? []
  if (!found || !mistake) return story
  const [before, after] = story.split(found)
  return (
    <>
      {before}
      <Link to="/mistakes" search={{ mistake }}>
        The mistake
      </Link>
      {after}
    </>
  )
}
