import type { TalkSoFar } from '../../../domain/records/sheet';

/** A talk that begins now. */
export const talkOf = (minutes: number): TalkSoFar => ({ minutes, led: true, at: '', turn: 0, spent: 0 });
