import type { InForce } from './calendar-date.ts';
import type { OverlayChanges } from './overlay.ts';
import type { Citation } from './source.ts';

/** One division of GB/T 2260, prefecture level or above. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  /** Without 省, 市, 自治州 …: 湖南, 益阳, 恩施. */
  readonly short: string;
  /** Full spellings, lower case, no spaces; the first is the usual one. */
  readonly pinyin: readonly string[];
  /** Further Chinese names: 湘, 沪. */
  readonly aliases: readonly string[];
  /** A `municipality` (京津沪渝) is province and city at once. */
  readonly level: 'province' | 'city' | 'municipality';
  /** The province's code, for cities. */
  readonly parent?: string;
}

/** A value that a place may have, declared once for all places. */
export interface FactDeclaration {
  readonly id: string;
  readonly type: 'yes-no' | 'number' | 'text';
  readonly name: string;
  /** How a person finds out. */
  readonly findOut: string;
  /** What holds where a place says nothing; absent: unknown. */
  readonly default?: FactValue;
}

/** A dated, sourced value of a fact in one place. True/false is `yes`/`no`. */
export interface FactValue extends InForce {
  readonly value: string | number;
  readonly sources: readonly Citation[];
}

/** A way in that a place offers: an app, a hotline. */
export interface Channel extends InForce {
  readonly name: string;
  /** APP, 小程序, 公众号, 电话, as printed. */
  readonly form?: string;
  /** Flow ids it is sourced for; absent: all. */
  readonly for?: readonly string[];
  readonly sources: readonly Citation[];
}

/** An overlay of one flow: what a place adds, changes and removes. */
export interface Overlay extends OverlayChanges {
  /** The place question it is about; absent: the flow's jurisdiction. */
  readonly role?: string;
}

/** What differs in one place. The nation's entry has code `000000`. */
export interface PlaceEntry {
  readonly code: string;
  readonly channels: Readonly<Record<string, readonly Channel[]>>;
  readonly facts: Readonly<Record<string, readonly FactValue[]>>;
  /** Flow id -> overlays. */
  readonly overlays: Readonly<Record<string, readonly Overlay[]>>;
}

/** All that is known of places. */
export interface PlaceBook {
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  /** Channel kind (`app`, `tax-app`, `hotline`) -> its Chinese name. */
  readonly channelKinds: Readonly<Record<string, string>>;
  /** Group name -> province or city codes (京津冀). */
  readonly groups: Readonly<Record<string, { readonly name: string; readonly members: readonly string[] }>>;
  /** By 6-digit code, `000000` for the nation. */
  readonly entries: Readonly<Record<string, PlaceEntry>>;
}

/** The code under which the nation's entry is kept. */
export const NATION = '000000';
