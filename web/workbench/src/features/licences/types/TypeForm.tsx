import { useQuery } from '@tanstack/react-query';
import { lackingFields, listFormFields, type LicenceTypeGiver } from '@tongban/server/src/modules/licences/contract.ts';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { text } from '../text.ts';
import { BasicsPart, type CodeProps } from './BasicsPart.tsx';
import { FacePart } from './FacePart.tsx';
import { GiversPart } from './GiversPart.tsx';
import { NumberPart } from './NumberPart.tsx';
import type { ItemForms, PartProps } from './part-props.ts';
import { PreviewPart } from './PreviewPart.tsx';
import './types.css';

interface TypeFormProps extends PartProps {
  code: CodeProps;
  givers: readonly LicenceTypeGiver[];
  changeTypeCode: boolean;
  issuerName?: string | undefined;
}

/** Everything of a type, in the order in which one thinks of it, with the face as it would be printed beside it. */
export function TypeForm({ code, givers, changeTypeCode, issuerName, ...part }: TypeFormProps) {
  const known = knownForms(givers);
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const itemId = chosen?.id ?? known[0]?.itemId;
  const isKnown = known.some((one) => one.itemId === itemId);
  const read = useQuery({ queryKey: [listFormFields.id, itemId], enabled: itemId !== undefined && !isKnown, queryFn: () => api.call(listFormFields, { params: { itemId: itemId ?? '' } }) });
  const forms: ItemForms[] = isKnown || !read.data ? known : [...known, read.data];
  const warnings = lackingFields(part.content.face, givers.flatMap(({ itemName, published, forms: own }) => own.map(({ name, fields }) => ({ itemName: published ? itemName : `${itemName}（${text.types.givers.draft}）`, formName: name, fields }))));
  return (
    <div className="licence-type">
      <div className="licence-type__form">
        <BasicsPart {...part} code={code} changeTypeCode={changeTypeCode} issuerName={issuerName} />
        <NumberPart {...part} />
        <FacePart {...part} forms={forms} itemId={itemId} itemName={chosen?.name ?? known[0]?.itemName} problem={read.error} onItem={setChosen} warnings={warnings} />
        {code.onChange === undefined ? <GiversPart givers={givers} face={part.content.face} /> : null}
      </div>
      <PreviewPart content={part.content} forms={forms} itemId={itemId} />
    </div>
  );
}

/** The forms of items that give the licence; of an item that is changed just now, those of the version worked on too. */
function knownForms(givers: readonly LicenceTypeGiver[]): ItemForms[] {
  const items = new Map<string, ItemForms>();
  for (const { itemId, itemName, forms } of givers) {
    if (forms.length === 0) continue;
    const before = items.get(itemId);
    items.set(itemId, before ? { ...before, forms: [...before.forms, ...forms.filter(({ key }) => !before.forms.some((form) => form.key === key))] } : { itemId, itemName, forms });
  }
  return [...items.values()];
}
