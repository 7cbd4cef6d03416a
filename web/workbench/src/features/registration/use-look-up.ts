import type { IdentityCard } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { judgeMobile, type Judged, type TypedApplicant } from './applicant.ts';
import { text } from './text.ts';
import { useKnownApplicant, type KnownApplicant } from './use-known-applicant.ts';

const words = text.applicant;
export const residentIdentity = '111';

/** What every form asks of somebody at the counter. */
export type Asked = Pick<TypedApplicant, 'documentType' | 'documentNumber' | 'name' | 'filledName' | 'mobile' | 'readFrom'>;

/** What is wrong with the fields of a form, in their order, by the id of each. */
export type Faults = readonly (readonly [id: string, fault: string | undefined])[];

/** What a card says, as if it had been typed. */
export function typedFromCard({ name, number: documentNumber }: IdentityCard): Asked {
  return { documentType: residentIdentity, documentNumber, name, filledName: '', mobile: '', readFrom: { documentNumber, name } };
}

/** A number as typed anew: the name on file stays only as long as the number it belongs to. */
export function withNumber<T extends Asked>(before: T, documentNumber: string): T {
  return { ...before, documentNumber, ...(before.name === before.filledName ? { name: '', filledName: '' } : {}) };
}

interface OnFile {
  known: KnownApplicant | null;
  looking: boolean;
  mobile: Judged;
  /** The masked mobile on file, which need not be typed again. */
  mobileOnFile: string | undefined;
}

/** Looks up who holds the number, fills in the name on file, and judges the mobile with the one on file in mind. */
export function useOnFile<T extends Asked>(typed: T, setTyped: (change: (before: T) => T) => void, kind: TypedApplicant['kind'], number: Judged): OnFile {
  const { known, looking } = useKnownApplicant({ kind, documentType: typed.documentType }, number);
  const mobileOnFile = known?.mobileMasked ?? undefined;
  const mobile: Judged = mobileOnFile !== undefined && typed.mobile === '' ? { value: '', fault: undefined, note: words.onFile(mobileOnFile) } : judgeMobile(typed.mobile);
  useEffect(() => {
    if (known) setTyped((before) => (before.name === '' || before.name === before.filledName ? { ...before, name: known.name, filledName: known.name } : before));
  }, [known, setTyped]);
  return { known, looking, mobile, mobileOnFile };
}

interface EnterSteps {
  /** The number's field is the first. */
  faults: Faults;
  looking: boolean;
  /** The look-up has told what it knows. */
  answered: boolean;
  /** Where Enter leads once nothing is wrong; `from` is the field it was pressed in. */
  onward: (from: string) => void;
}

/**
 * Enter leads from what is missing to what is missing. Pressed before the number was looked up, it goes on when the answer is
 * here; `waitForAnswer` does the same for a card that was read.
 */
export function useEnter({ faults, looking, answered, onward }: EnterSteps): { enter: (event: KeyboardEvent<HTMLElement>) => void; waitForAnswer: () => void } {
  const [eager, setEager] = useState(false);
  const first = faults[0]?.[0] ?? '';
  const goOn = (from: string) => {
    const behind = faults.slice(faults.findIndex(([id]) => id === from) + 1).find(([, fault]) => fault !== undefined);
    const next = (behind ?? faults.find(([, fault]) => fault !== undefined))?.[0];
    if (next === undefined) onward(from);
    else document.getElementById(next)?.focus();
  };
  const latest = useRef(goOn);
  useEffect(() => { latest.current = goOn; });
  const due = eager && !looking && answered;
  useEffect(() => {
    if (!due) return;
    setEager(false);
    latest.current(first);
  }, [due, first]);
  const enter = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox' || target.type === 'file') return;
    event.preventDefault();
    if (target.id === first && looking) setEager(true);
    else goOn(target.id);
  };
  return { enter, waitForAnswer: () => setEager(true) };
}
