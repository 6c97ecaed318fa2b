import type { GroupView } from '../../desk/holds/model.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import css from './OfferPanel.module.css'
import { TextToSend } from './TextToSend.tsx'

/** Held: what collides, the text ready to send, and the page to share. */
export function Ready({ group, address, onClose }: { group: GroupView; address: string | null; onClose: () => void }) {
  const collisions = group.holds.flatMap(({ words, collides }) => collides.map((other) => ({ ...other, held: words })))
  return (
    <Panel
      open
      onClose={onClose}
      title={`Held for ${group.to.name}`}
      sub={group.stateWords}
      actions={
        <Button look="main" onClick={onClose}>
          Done
        </Button>
      }
    >
      {collisions.map((one) => (
        <p key={`${one.groupId}${one.held}`} className={css.collides} role="alert">
          {one.held} is also offered to {one.name}. Who answers first has it; the other sees fresh times at once.
        </p>
      ))}
      <TextToSend
        key={group.id}
        label="To send"
        subject={group.texts.subject}
        text={group.texts.offer}
        group={group}
        address={address}
      />
    </Panel>
  )
}
