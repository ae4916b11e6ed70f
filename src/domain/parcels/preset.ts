import { handedSchema, type Handed, type Preset } from '../records/preset';
import type { Enveloped, ParcelType } from './envelope';

export type PresetParcel = Enveloped<'preset', Handed>;

export const presetParcel: ParcelType<'preset', Handed> = {
  kind: 'preset',
  format: 1,
  schema: handedSchema,
};

/** Packs what a programme hands out. Nothing of it says whom it went to, and nothing comes back. */
export const packPreset = (kit: string, handed: Handed, now: Date): PresetParcel => ({
  kit,
  kind: presetParcel.kind,
  format: presetParcel.format,
  made: now.toISOString(),
  data: handed,
});

/** The record that it becomes in a pair's browser. */
export const receivedPreset = (
  { data }: PresetParcel,
  known: Pick<Preset, 'id' | 'mentorship' | 'made'>,
): Preset => ({ ...known, handed: data });
