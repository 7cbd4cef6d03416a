import { useQueryClient } from '@tanstack/react-query';
import { isSame, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { createLicenceType, editLicenceType, getLicenceType, type LicenceTypeContent, type LicenceTypeView } from '@tongban/server/src/modules/licences/contract.ts';
import { App } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useTyped } from '../../../shared/typed/use-typed.ts';
import { useUnsaved } from '../../../shared/typed/use-unsaved.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';
import { refreshTypes } from './refresh.ts';
import { blankType, changed, mergeTypes, type ContentChange } from './type-content.ts';

const words = text.types.page;

/** What is typed, and what it began from, so that it can be merged with what a colleague saves meanwhile. */
interface Kept { revision: number; base: LicenceTypeContent; value: LicenceTypeContent }

function stored({ revision, content }: LicenceTypeView): Kept {
  return { revision, base: content, value: content };
}

/** A type being changed: what is typed stays in this tab until it is saved, also when somebody else was faster. */
export function useTypeDraft(type: LicenceTypeView) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [kept, setKept, forget] = useTyped<Kept>(`licence-type.${type.code}`, stored(type));
  const action = useAction(editLicenceType);
  const isTyped = !isSame(kept.value, kept.base);
  const merged = isTyped && kept.revision !== type.revision ? mergeTypes(kept.base, type.content, kept.value, () => 'mine') : undefined;
  const conflicts: readonly MergeConflict[] = merged?.conflicts ?? [];
  const current: Kept = !isTyped ? stored(type) : merged && conflicts.length === 0 ? { revision: type.revision, base: type.content, value: merged.value } : kept;
  const unsaved = useUnsaved(current.value, type.content);
  const { problem, clear } = action;
  useEffect(() => {
    if (problem?.code !== 'licences.type-stale') return;
    clear();
    void client.invalidateQueries({ queryKey: [getLicenceType.id, type.code] });
  }, [client, problem, clear, type.code]);
  const send = ({ revision, value }: Kept) => {
    void action.run({ params: { code: type.code }, body: { revision, content: value } }, (saved) => {
      setKept(stored(saved));
      forget();
      client.setQueryData([getLicenceType.id, type.code], saved);
      refreshTypes(client);
      void message.success(words.saved);
    });
  };
  return {
    value: current.value, unsaved, conflicts, problem, busy: action.busy, theirName: type.updatedByName,
    /** What a colleague saved has been taken over and was not saved again yet. */
    mergedFrom: merged && conflicts.length === 0 && unsaved ? type.updatedByName : undefined,
    change: (part: ContentChange) => setKept({ ...current, value: changed(current.value, part) }),
    /** Ends a conflict: each part as chosen, everything else from both, and saves it. */
    resolve: (choose: (path: string) => MergeChoice) => {
      const chosen: Kept = { revision: type.revision, base: type.content, value: mergeTypes(kept.base, type.content, kept.value, choose).value };
      setKept(chosen);
      send(chosen);
    },
    discard: () => { forget(); clear(); },
    save: () => send(current),
  };
}

/** A type being made; what is typed stays in this tab until it is there. */
export function useNewType() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [kept, setKept, forget] = useTyped('licence-type.new', { code: '', content: blankType });
  const action = useAction(createLicenceType);
  const unsaved = useUnsaved(kept, { code: '', content: blankType });
  return {
    value: kept.content, code: kept.code.trim(), unsaved, problem: action.problem, busy: action.busy,
    change: (part: ContentChange) => setKept((before) => ({ ...before, content: changed(before.content, part) })),
    discard: () => { forget(); action.clear(); },
    setCode: (code: string) => setKept((before) => ({ ...before, code })),
    save: () => {
      const code = kept.code.trim();
      void action.run({ body: { ...(code === '' ? {} : { code }), content: kept.content } }, (made) => {
        forget();
        client.setQueryData([getLicenceType.id, made.code], made);
        refreshTypes(client);
        void message.success(words.created(made.name));
        void navigate(links.licenceType(made.code), { replace: true });
      });
    },
  };
}
