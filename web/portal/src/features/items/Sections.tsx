import { Badge, DescriptionList, Disclosure, Table, type Column } from '@tongban/ui';
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Audience, ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { formatLimit } from '../../shared/format/limits.ts';
import { useDictionary } from '../../shared/items/dictionary.ts';
import { links } from '../../shared/links.ts';
import { GuideFile } from './GuideFile.tsx';
import { text } from './text.ts';

/** Text of a law or a guide, its line breaks kept. */
function Lines({ children }: { children: string }) {
  return <p className="lines">{children}</p>;
}

export function Flow({ item }: { item: ItemElements }) {
  return (
    <ol className="flow">
      {item.flowSteps.map((step, index) => (
        <li key={step.name} className="flow__step">
          <span className="flow__number" aria-hidden="true">{index + 1}</span>
          <div>
            <h3>{step.name} {step.days !== undefined && step.days > 0 && <span className="muted">{text.flowDays(step.days)}</span>}</h3>
            <Lines>{step.content}</Lines>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function SpecialProcedures({ item }: { item: ItemElements }) {
  return (
    <>
      <p className="muted">{text.specialNote}</p>
      <ul>
        {item.specialProcedures.map((one) => (
          <li key={one.key}><strong>{one.name}</strong>：{text.specialDays(one.days, text.units[one.unit])}（{one.basis}）</li>
        ))}
      </ul>
    </>
  );
}

export function Results({ item, versionId }: { item: ItemElements; versionId: string }) {
  const type = useDictionary('result-type');
  const columns: Column<ItemElements['results'][number]>[] = [
    { key: 'name', title: text.result.name, cell: (result) => result.name },
    { key: 'type', title: text.result.type, cell: (result) => type(result.type) },
    { key: 'validity', title: text.result.validity, cell: (result) => result.validity ?? '' },
    { key: 'sample', title: text.result.sample, cell: (result) => (result.sample || result.sampleFileId
      ? <>{result.sample} {result.sampleFileId && <GuideFile versionId={versionId} fileId={result.sampleFileId}>{text.result.sampleFile}</GuideFile>}</> : '') },
  ];
  const filled = columns.filter((column) => item.results.some((result) => column.cell(result) !== ''));
  return <Table caption={text.sections.results} rows={item.results} rowKey={(result) => result.name} columns={filled} />;
}

/** 处罚的行为、种类和幅度. */
export function Penalties({ item }: { item: ItemElements }) {
  const kind = useDictionary('penalty-kind');
  return (
    <Table
      caption={text.sections.penalties} rows={item.penalties ?? []} rowKey={(penalty) => penalty.behaviour}
      columns={[
        { key: 'behaviour', title: text.penalty.behaviour, cell: (penalty) => <Lines>{penalty.behaviour}</Lines> },
        { key: 'kinds', title: text.penalty.kinds, width: '24%', cell: (penalty) => penalty.kinds.map(kind).filter(Boolean).join('；') },
        { key: 'range', title: text.penalty.range, cell: (penalty) => <Lines>{penalty.range}</Lines> },
      ]}
    />
  );
}

/** 征收种类和减免. */
export function Levies({ item }: { item: ItemElements }) {
  return (
    <ul>
      {(item.levies ?? []).map((levy) => (
        <li key={levy.kind}>
          {levy.kind} {levy.reducible && <Badge tone="success">{text.fee.reducible}</Badge>}
          {levy.reductionBasis && <p className="muted">{text.fee.reduction}：{levy.reductionBasis}</p>}
        </li>
      ))}
    </ul>
  );
}

export function Fees({ item }: { item: ItemElements }) {
  if (!item.charged) return <p>{text.facts.free}</p>;
  return (
    <Table
      caption={text.sections.fees} rows={item.fees} rowKey={(fee) => fee.name}
      columns={[
        { key: 'name', title: text.fee.name, cell: (fee) => <>{fee.name} {fee.reducible && <Badge tone="success">{text.fee.reducible}</Badge>}</> },
        { key: 'standard', title: text.fee.standard, cell: (fee) => fee.standard },
        { key: 'basis', title: text.fee.basis, cell: (fee) => <>{fee.basis}{fee.reductionBasis && <p className="muted">{text.fee.reduction}：{fee.reductionBasis}</p>}</> },
      ]}
    />
  );
}

function Telephone({ number }: { number: string }) {
  return <a className="telephone" href={`tel:${number.replace(/[^\d+-]/g, '')}`}><Phone size={16} aria-hidden="true" />{number}</a>;
}

export function Windows({ item }: { item: ItemElements }) {
  return (
    <div className="stack stack--tight">
      {item.windows.map((window) => (
        <div key={window.name + window.address}>
          <h3>{window.name}</h3>
          <DescriptionList entries={[
            { term: text.window.address, value: window.address },
            { term: text.window.hours, value: window.openingHours },
            { term: text.window.telephone, value: <Telephone number={window.telephone} /> },
            { term: text.window.directions, value: window.directions },
          ]} />
        </div>
      ))}
      <DescriptionList entries={[
        { term: text.consultation, value: item.consultationTelephone && <Telephone number={item.consultationTelephone} /> },
        { term: text.supervision, value: item.supervisionTelephone && <Telephone number={item.supervisionTelephone} /> },
      ]} />
    </div>
  );
}

export function LegalBases({ item }: { item: ItemElements }) {
  return (
    <div>
      {item.legalBases.map((basis) => (
        <Disclosure key={basis.lawName + basis.clauseNumber} title={<>《{basis.lawName.replace(/^《|》$/g, '')}》{basis.documentNumber && text.document(basis.documentNumber)} {basis.clauseNumber}</>}>
          {basis.clauseContent}
        </Disclosure>
      ))}
    </div>
  );
}

export function Faqs({ item }: { item: ItemElements }) {
  return <div>{item.faqs.map((faq) => <Disclosure key={faq.question} title={faq.question}>{faq.answer}</Disclosure>)}</div>;
}

export function Rights({ item }: { item: ItemElements }) {
  return (
    <DescriptionList entries={[
      { term: text.reconsideration, value: item.reconsideration },
      { term: text.litigation, value: item.litigation },
      { term: text.rightsAndDuties, value: item.rightsAndDuties },
    ]} />
  );
}

function support(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? text.basics.yes : text.basics.no;
}

/** Ways to what else is done at the same stage of a life (CAT-07). */
function stageLinks(life: Audience, codes: readonly string[] | undefined, nameOf: (code: string) => string): ReactNode {
  if (!codes?.length) return undefined;
  return <span className="life-links">{codes.map((code) => <Link key={code} to={links.search({ lifeStage: `${life}:${code}` })}>{nameOf(code)}</Link>)}</span>;
}

export function Basics({ item }: { item: ItemElements }) {
  const taskType = useDictionary('task-type');
  const projectType = useDictionary('project-type');
  const serviceObject = useDictionary('service-object');
  const level = useDictionary('exercise-level');
  const handlingForm = useDictionary('handling-form');
  const scope = useDictionary('cross-region-scope');
  const stages = { person: useDictionary('person-life-stage'), company: useDictionary('company-life-stage') };
  const join = (codes: readonly string[], name: (code: string) => string) => codes.map(name).filter(Boolean).join('、');
  return (
    <DescriptionList entries={[
      { term: text.basics.taskType, value: taskType(item.taskType) },
      { term: text.basics.projectType, value: projectType(item.projectType) },
      { term: text.basics.legalLimit, value: formatLimit(item.legalLimit) },
      { term: text.basics.promisedLimit, value: formatLimit(item.promisedLimit) },
      { term: text.basics.serviceObjects, value: join(item.serviceObjects, serviceObject) },
      { term: text.basics.lifeStages.person, value: stageLinks('person', item.personLifeStages, stages.person) },
      { term: text.basics.lifeStages.company, value: stageLinks('company', item.companyLifeStages, stages.company) },
      { term: text.basics.exerciseLevel, value: level(item.exerciseLevel) },
      { term: text.basics.handlingForms, value: join(item.handlingForms, handlingForm) },
      { term: text.basics.jointDepartments, value: item.jointDepartmentNames?.join('、') },
      { term: text.basics.entrustingDepartment, value: item.entrustingDepartmentName },
      { term: text.basics.exerciseContent, value: item.exerciseContent },
      { term: text.basics.authorityDivision, value: item.authorityDivision },
      { term: text.basics.mobileUrl, value: item.mobileUrl && <a href={item.mobileUrl} target="_blank" rel="noopener noreferrer">{item.mobileUrl}</a> },
      { term: text.basics.terminal, value: support(item.selfServiceTerminal) },
      { term: text.basics.crossRegion, value: join(item.crossRegionScopes, scope) },
      { term: text.basics.appointment, value: support(item.appointmentAvailable) },
      { term: text.basics.express, value: support(item.expressDelivery) },
      { term: text.basics.visitReason, value: item.visitCount ? item.visitReason : undefined },
      { term: text.basics.quantityLimit, value: item.quantityLimit },
      { term: text.basics.intermediary, value: item.intermediaryServices },
      { term: text.basics.taskCode, value: item.taskCode },
      { term: text.basics.localTaskCode, value: item.localTaskCode },
    ]} />
  );
}
