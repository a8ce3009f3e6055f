import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../database/index.js';
import type { EventTopic } from '../database/prisma/enums.js';

export interface NewEvent {
  topic: EventTopic;
  subjectId: string;
  countyId: string;
  communityId?: string | null;
  policeAreaId?: string | null;
  /** Many records changed at once; readers ask again instead of following each. */
  bulk?: boolean;
}

/** Writes the event in the transaction that changes the row, so that neither is ever without the other. */
export async function recordEvent(session: Session, event: NewEvent): Promise<void> {
  await session.execute(
    `INSERT INTO event (id, topic, subject_id, bulk, county_id, community_id, police_area_id)
     VALUES ($1, $2::event_topic, $3, $4, $5, $6, $7)`,
    [
      uuidv7(),
      event.topic,
      event.subjectId,
      event.bulk ?? false,
      event.countyId,
      event.communityId,
      event.policeAreaId,
    ],
  );
}
