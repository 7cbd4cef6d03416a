import { Badge, Button, Card, Notice } from '@tongban/ui';
import { CircleCheckBig, Printer } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { getItemGuide, type ItemGuide } from '@tongban/server/src/modules/catalog/contract.ts';
import type { GuidanceResult } from '@tongban/server/src/modules/guidance/contract.ts';
import type { GuideMaterial } from '@tongban/server/src/modules/materials/contract.ts';
import { api } from '../../shared/api.ts';
import { formatPromise } from '../../shared/format/limits.ts';
import { writeAnswers } from '../../shared/items/answers.ts';
import { sayFree, useMaterialLibrary } from '../../shared/items/library.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

type Needed = GuidanceResult['materials'][number];

function NeededMaterial({ needed: { material, reason }, library }: { needed: Needed; library: GuideMaterial | undefined }) {
  return (
    <li className="needed">
      <CircleCheckBig size={22} aria-hidden="true" />
      <div>
        <p className="needed__name">
          {material.name}
          {material.necessity === '2' && <Badge>{text.optional}</Badge>}
          {material.necessity === '3' && <Badge tone="warning">{text.later}</Badge>}
        </p>
        {material.formKey && <p className="needed__good">{text.generated}</p>}
        {library?.substitutes.map((substitute) => <p key={sayFree(substitute)} className="needed__good">{sayFree(substitute)}</p>)}
        {reason && <p className="muted">{reason}</p>}
        <p className="muted">{material.acceptanceStandard}</p>
      </div>
    </li>
  );
}

/** The situation is an item of its own (业务办理项), with its own questions, materials and form. */
function HandlingItem({ itemId, name, notes }: { itemId: string; name: string; notes: readonly string[] }) {
  const found = useQuery({ queryKey: ['catalog.get-item-guide', itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }), meta: { public: true } });
  return (
    <Answer query={found}>
      {({ elements }) => (
        <Notice title={text.handlingItemTitle} actions={<ButtonLink variant="primary" to={links.guidance(itemId)}>{text.toHandlingItem}</ButtonLink>}>
          <p className="situation">{name}</p>
          <p>{text.handlingItem(elements.name)}</p>
          {notes.map((note) => <p key={note}>{note}</p>)}
        </Notice>
      )}
    </Answer>
  );
}

/** What the answers lead to: situation, materials, form, steps, and the way into the application. */
export function GuidanceOutcome({ result, guide }: { result: GuidanceResult; guide: ItemGuide }) {
  const { situation } = result;
  const libraryOf = useMaterialLibrary(result.itemId);
  const item = guide.elements;
  if (situation?.refused) {
    return (
      <Notice tone="warning" title={text.refusedTitle} actions={<ButtonLink to={links.item(result.itemId)}>{text.backToGuide}</ButtonLink>}>
        {result.notes.map((note) => <p key={note}>{note}</p>)}
      </Notice>
    );
  }
  if (situation?.handlingItemId !== undefined && situation.handlingItemId !== result.itemId) return <HandlingItem itemId={situation.handlingItemId} name={situation.name} notes={result.notes} />;
  const form = item.forms.find((one) => one.key === (result.formKey ?? item.handling.formKey));
  const promise = item.projectType === '1' ? undefined : item.promisedLimit && formatPromise(item.promisedLimit.days, item.promisedLimit.unit);
  return (
    <div className="stack">
      {situation && (
        <Card title={text.situation}>
          <p className="situation">{situation.name}</p>
          {result.notes.length > 0 && (
            <Notice title={text.notes}><ul>{result.notes.map((note) => <li key={note}>{note}</li>)}</ul></Notice>
          )}
        </Card>
      )}
      <Card
        title={result.materials.length > 0 ? text.materials(result.materials.length) : text.noMaterials}
        aside={<Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>}
      >
        <ul className="needed-list">{result.materials.map((needed) => <NeededMaterial key={needed.material.key} needed={needed} library={libraryOf(needed.material.key)} />)}</ul>
      </Card>
      {form && <Card title={text.form}><p>{form.name}</p></Card>}
      <Card title={text.steps}>
        <ol>
          {text.stepList(promise).map((step) => <li key={step}>{step}</li>)}
          {item.projectType === '1' && <li>{text.immediateStep}</li>}
        </ol>
      </Card>
      <div className="tb-button-row tb-no-print">
        <ButtonLink variant="primary" size="large" to={links.startApplication(result.itemId, writeAnswers(result.answers))}>{text.start}</ButtonLink>
        <ButtonLink size="large" to={links.item(result.itemId)}>{text.backToGuide}</ButtonLink>
      </div>
    </div>
  );
}
