import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LongText } from '../../../shared/content/LongText.tsx';
import { links } from '../../../shared/links.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { useDictionaries, type NameOf } from '../../../shared/use-dictionary.ts';
import { text } from '../text.ts';
import { useProcessName } from '../use-processes.ts';
import { GuidanceElements } from './GuidanceElements.tsx';
import { ConditionPoints } from './ConditionPoints.tsx';
import { MaterialElements } from './MaterialElements.tsx';

const dictionaries = [
  'task-type',
  'project-type',
  'exercise-level',
  'service-object',
  'handling-form',
  'material-necessity',
  'material-form',
  'material-source',
  'result-type',
  'licence-stage',
  'special-procedure',
  'item-tag',
];
const { fields, sections } = text;

/** The whole content of an item version, section by section. */
export function Elements({ elements, versionId }: { elements: ItemElements; versionId: string }) {
  const nameOf = useDictionaries(dictionaries);
  const processName = useProcessName();
  return (
    <div className="elements">
      <Section title={sections.base}>
        <Facts columns={2} items={baseFacts(elements, nameOf, processName)} />
      </Section>
      <Section title={sections.limits}>
        <Facts columns={2} items={limitFacts(elements)} />
      </Section>
      <Section title={sections.departments} count={elements.handlingDepartments.length}>
        <ul className="pairs">
          {elements.handlingDepartments.map((one) => (
            <li key={one.role + one.organizationId}>
              <span className="muted">{text.roles[one.role]}</span>
              {one.name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={sections.bases} count={elements.legalBases.length}>
        <ol className="numbered">
          {elements.legalBases.map((basis) => (
            <li key={basis.lawName + basis.clauseNumber}>
              <b>
                《{basis.lawName}》{basis.documentNumber ? `（${basis.documentNumber}）` : ''}
                {basis.clauseNumber}
              </b>
              <p className="muted"><LongText>{basis.clauseContent}</LongText></p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={sections.conditions} count={elements.conditions.length}>
        <ol className="numbered">
          {elements.conditions.map((condition) => (
            <li key={condition}>{condition}<ConditionPoints elements={elements} condition={condition} versionId={versionId} /></li>
          ))}
        </ol>
      </Section>
      <Section title={sections.materials} count={elements.materials.length}>
        <MaterialElements elements={elements} versionId={versionId} nameOf={nameOf} />
      </Section>
      {elements.questionnaire ? (
        <Section title={sections.guidance} count={elements.questionnaire.situations.length}>
          <GuidanceElements elements={elements} />
        </Section>
      ) : null}
      <Section title={sections.forms} count={elements.forms.length}>
        <ul className="dots">
          {elements.forms.map(({ key, name }) => (
            <li key={key}>
              <Link to={links.formDesigner(versionId, key)}>{name}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={sections.flow} count={elements.flowSteps.length}>
        <ol className="numbered">
          {elements.flowSteps.map((step) => (
            <li key={step.name}>
              <b>{step.name}</b>
              {step.responsible ? `（${step.responsible}）` : ''}
              {step.days === undefined ? '' : `　${text.days(step.days, 'working-day')}`}
              <p className="muted">{step.content}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={sections.special} count={elements.specialProcedures.length}>
        <ol className="numbered">
          {elements.specialProcedures.map((one) => (
            <li key={one.key}>
              <b>{one.name}</b>　{text.days(one.days, one.unit)}
              <p className="muted">{one.basis}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={sections.results} count={elements.results.length}>
        <ol className="numbered">
          {elements.results.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b>　{nameOf('result-type', one.type)}{one.licenceStage === undefined ? '' : `　${nameOf('licence-stage', one.licenceStage)}`}
              {one.validity ? `　${one.validity}` : ''}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={sections.windows} count={elements.windows.length}>
        <ol className="numbered">
          {elements.windows.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b>　{one.address}　{one.telephone}　{one.openingHours}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={sections.faqs} count={elements.faqs.length}>
        <ol className="numbered">
          {elements.faqs.map((faq) => (
            <li key={faq.question}>
              <b>{faq.question}</b>
              <p className="muted">{faq.answer}</p>
            </li>
          ))}
        </ol>
      </Section>
      {elements.reconsideration || elements.litigation ? (
        <Section title={sections.remedies}>
          <Facts
            items={[
              { label: fields.reconsideration, value: elements.reconsideration ?? text.none },
              { label: fields.litigation, value: elements.litigation ?? text.none },
            ]}
          />
        </Section>
      ) : null}
    </div>
  );
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="element">
      <h2>
        {title}
        {count === undefined ? null : <span className="faint">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

function baseFacts(elements: ItemElements, nameOf: NameOf, processName: ReturnType<typeof useProcessName>) {
  const given = (value: string | undefined) => value ?? text.none;
  return [
    { label: fields.name, value: elements.name },
    { label: fields.mainItem, value: given(elements.mainItemName) },
    { label: fields.summary, value: given(elements.summary) },
    { label: fields.aliases, value: elements.aliases.join('、') || text.none },
    { label: fields.type, value: nameOf('task-type', elements.taskType) },
    { label: fields.project, value: nameOf('project-type', elements.projectType) || text.none },
    { label: fields.department, value: elements.departmentName },
    { label: fields.level, value: nameOf('exercise-level', elements.exerciseLevel) || text.none },
    { label: fields.code, value: <span className="number">{elements.localTaskCode}</span> },
    { label: fields.taskCode, value: <span className="number">{given(elements.taskCode)}</span> },
    { label: fields.objects, value: elements.serviceObjects.map((code) => nameOf('service-object', code)).join('、') || text.none },
    { label: fields.agent, value: elements.agentAllowed ? text.yes : text.no },
    { label: fields.mode, value: text.modes[elements.handling.mode] },
    {
      label: fields.process,
      value: elements.handling.processKey ? processName(elements.handling.processKey, elements.handling.processVersion) : text.none,
    },
    { label: fields.forms, value: elements.handlingForms.map((code) => nameOf('handling-form', code)).join('、') || text.none },
    { label: fields.tags, value: elements.tags.map((code) => nameOf('item-tag', code)).join('、') || text.none },
    { label: fields.consult, value: <span className="number">{given(elements.consultationTelephone)}</span> },
    { label: fields.supervise, value: <span className="number">{given(elements.supervisionTelephone)}</span> },
  ];
}

function limitFacts(elements: ItemElements) {
  const limit = (value: ItemElements['legalLimit']) => {
    if (value === undefined) return text.none;
    const words = value.days === 0 ? text.immediate : text.days(value.days, value.unit);
    return value.explanation ? text.limitExplained(words, value.explanation) : words;
  };
  return [
    { label: fields.promised, value: limit(elements.promisedLimit) },
    { label: fields.legal, value: limit(elements.legalLimit) },
    { label: fields.visits, value: elements.visitCount ?? text.none },
    { label: fields.visitReason, value: elements.visitReason ?? text.none },
    { label: fields.fee, value: elements.charged === undefined ? text.none : elements.charged ? elements.fees.map((fee) => `${fee.name}：${fee.standard}`).join('；') || text.yes : text.free },
    { label: fields.online, value: elements.onlineAvailable ? text.yes : text.no },
  ];
}
