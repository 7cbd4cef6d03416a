import { Badge, Button, Card, Notice } from '@tongban/ui';
import { CircleCheckBig, Printer } from 'lucide-react';
import { Link } from 'react-router';
import type { BundleOutcome } from '@tongban/server/src/modules/bundles/contract.ts';
import { writeAnswers } from '../../shared/items/answers.ts';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { links } from '../../shared/links.ts';
import type { BundleGuide } from './bundle-guide.ts';
import { Telephones } from './Telephones.tsx';
import { text } from './text.ts';

type Item = BundleOutcome['items'][number];

/** What the answers lead to: items in their order, one set of materials, what that saves, and how to apply today. */
export function BundleResult({ guide, outcome }: { guide: BundleGuide; outcome: BundleOutcome }) {
  const { items, materials, form } = outcome;
  if (items.length === 0) {
    return <><Notice tone="warning" title={text.nothing} actions={<ButtonLink to={links.bundle(guide.id)}>{text.backToGuide}</ButtonLink>}><p>{text.nothingDetail}</p></Notice><Telephones guide={guide} /></>;
  }
  return (
    <>
      <Savings outcome={outcome} />
      {canApply(outcome)
        ? <Notice tone="success" title={text.onceTitle} actions={<ButtonLink variant="primary" size="large" to={links.startBundle(guide.id, writeAnswers(outcome.answers))}>{text.once}</ButtonLink>}><p>{text.onceLead(items.length)}</p></Notice>
        : <Notice title={text.applyTitle}><p>{text.applyLead}</p></Notice>}
      <StepList outcome={outcome} />
      <Card
        title={materials.length > 0 ? text.materials(materials.length) : text.noMaterials}
        aside={<Button variant="quiet" className="tb-no-print" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>}
      >
        {materials.length > 0 && <p className="muted">{text.materialsHint}</p>}
        <ul className="bundle-materials">{materials.map((needed) => <Material key={needed.key} needed={needed} several={items.length > 1} />)}</ul>
        {form && <p className="muted">{text.form(form.fields.length)}</p>}
      </Card>
      {guide.notes.length > 0 && <Notice title={text.notes}><ul>{guide.notes.map((note) => <li key={note}>{note}</li>)}</ul></Notice>}
      <Telephones guide={guide} />
    </>
  );
}

/** Whether every item is applied for here, in a situation that the bundle's answers settle. */
function canApply({ items, form }: BundleOutcome): boolean {
  return form !== null && items.every((item) => item.handlingMode === 'platform' && !item.refused && item.openQuestion === null);
}

function Savings({ outcome: { savings } }: { outcome: BundleOutcome }) {
  return (
    <dl className="bundle-saving" aria-label={text.savings}>
      {(['days', 'materials'] as const).map((name) => (
        <div key={name}>
          <dt>{text.saving[name]}</dt>
          <dd><b>{savings[name].after}</b> {text.unit[name]}</dd>
          <dd className="muted">{savings[name].after < savings[name].before ? text.before(savings[name].before, text.unit[name]) : text.same}</dd>
        </div>
      ))}
    </dl>
  );
}

function StepList({ outcome: { items, steps, criticalPath } }: { outcome: BundleOutcome }) {
  const itemOf = (key: string) => items.find((item) => item.key === key);
  return (
    <Card title={text.summary(items.length, steps.length)}>
      <ol className="bundle-steps">
        {steps.map((step, index) => (
          <li key={step.items.join()}>
            <p className="bundle-steps__head"><b>{text.step(index + 1)}</b>{step.items.length > 1 && <Badge tone="info">{text.together}</Badge>}<span className="muted">{text.startsAfter(step.startsAfterDays)}</span></p>
            <ul>{step.items.map(itemOf).map((item) => item && <StepItem key={item.key} item={item} critical={items.length > 1 && criticalPath.includes(item.key)} />)}</ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StepItem({ item, critical }: { item: Item; critical: boolean }) {
  return (
    <li className="bundle-step">
      <div>
        <p className="bundle-step__name">{item.name}</p>
        <p className="muted">{item.departmentName}，{text.days(item.days)}{critical && <> <Badge>{text.critical}</Badge></>}</p>
        {item.situation && <p className="muted">{text.situation(item.situation)}</p>}
        {item.notes.map((note) => <p key={note}>{note}</p>)}
        {item.openQuestion && <p className="muted">{text.openQuestion(item.openQuestion)}</p>}
      </div>
      {item.refused ? <Badge tone="warning">{text.refused}</Badge> : (
        <div className="tb-button-row tb-no-print">
          {item.handlingMode === 'platform' && <ButtonLink to={links.guidance(item.itemId, writeAnswers(item.answers))} aria-label={text.applyOf(item.name)}>{text.apply}</ButtonLink>}
          <Link className="bundle-step__guide" to={links.item(item.itemId)} aria-label={text.guideOf(item.name)}>{text.guide}</Link>
        </div>
      )}
    </li>
  );
}

function Material({ needed: { name, material, neededBy }, several }: { needed: BundleOutcome['materials'][number]; several: boolean }) {
  return (
    <li>
      <CircleCheckBig size={22} aria-hidden="true" />
      <div>
        <p className="bundle-materials__name">
          {name}
          {material.necessity === '2' && <Badge>{text.optional}</Badge>}
          {material.necessity === '3' && <Badge tone="warning">{text.later}</Badge>}
        </p>
        {several && <p className="muted">{text.usedFor(neededBy.map(({ itemName }) => itemName))}</p>}
        {material.acceptanceStandard && <p className="muted">{material.acceptanceStandard}</p>}
      </div>
    </li>
  );
}
