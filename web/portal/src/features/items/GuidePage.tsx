import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Card, Notice } from '@tongban/ui';
import { ExternalLink, ListChecks, MessageSquareWarning, PenLine, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { getItemGuide, listLicenceLives, type ItemGuide, type LicenceLife } from '@tongban/server/src/modules/catalog/contract.ts';
import { listItemHalls } from '@tongban/server/src/modules/halls/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { useDictionary } from '../../shared/items/dictionary.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { ButtonLink } from '../../shared/layout/Links.tsx';
import { Page } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { Facts } from './Facts.tsx';
import { ItemHalls, type ItemHall } from './ItemHalls.tsx';
import { LicenceLives } from './LicenceLives.tsx';
import { Materials } from './Materials.tsx';
import { Basics, Faqs, Fees, Flow, LegalBases, Levies, Penalties, Results, Rights, SpecialProcedures, Windows } from './Sections.tsx';
import { text } from './text.ts';
import './guide.css';

interface Section { id: string; title: string; shown: boolean; content: ReactNode }

function sectionsOf({ elements: item, itemId, versionId }: ItemGuide, lives: readonly LicenceLife[], halls: readonly ItemHall[]): Section[] {
  const s = text.sections;
  const all: Section[] = [
    { id: 'conditions', title: s.conditions, shown: item.conditions.length > 0, content: <ol>{item.conditions.map((one) => <li key={one}>{one}</li>)}</ol> },
    { id: 'materials', title: s.materials, shown: true, content: <Materials item={item} itemId={itemId} versionId={versionId} /> },
    { id: 'flow', title: s.flow, shown: item.flowSteps.length > 0, content: <Flow item={item} /> },
    { id: 'special', title: s.special, shown: item.specialProcedures.length > 0, content: <SpecialProcedures item={item} /> },
    { id: 'results', title: s.results, shown: item.results.length > 0, content: <Results item={item} versionId={versionId} /> },
    { id: 'lives', title: s.lives, shown: lives.length > 0, content: <LicenceLives lives={lives} itemId={itemId} /> },
    { id: 'fees', title: s.fees, shown: item.charged !== undefined, content: <Fees item={item} /> },
    { id: 'penalties', title: s.penalties, shown: (item.penalties?.length ?? 0) > 0, content: <Penalties item={item} /> },
    { id: 'levies', title: s.levies, shown: (item.levies?.length ?? 0) > 0, content: <Levies item={item} /> },
    { id: 'windows', title: s.windows, shown: item.windows.length > 0 || !!item.consultationTelephone, content: <Windows item={item} /> },
    { id: 'halls', title: s.halls, shown: halls.length > 0, content: <ItemHalls halls={halls} itemId={itemId} /> },
    { id: 'faqs', title: s.faqs, shown: item.faqs.length > 0, content: <Faqs item={item} /> },
    { id: 'bases', title: s.bases, shown: item.legalBases.length > 0, content: <LegalBases item={item} /> },
    { id: 'rights', title: s.rights, shown: !!(item.reconsideration ?? item.litigation ?? item.rightsAndDuties), content: <Rights item={item} /> },
    { id: 'basics', title: s.more, shown: true, content: <Basics item={item} /> },
  ];
  return all.filter((section) => section.shown);
}

function Actions({ guide }: { guide: ItemGuide }) {
  const { handling, questionnaire } = guide.elements;
  if (handling.mode === 'external' && handling.url) {
    return (
      <>
        <a className="tb-button tb-button--primary tb-button--large" href={handling.url} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={20} aria-hidden="true" />{text.external}
        </a>
        <span className="muted">{text.externalHint}</span>
      </>
    );
  }
  if (handling.mode !== 'platform') return <span className="muted">{text.windowOnly}</span>;
  const asks = (questionnaire?.questions.length ?? 0) > 0;
  return (
    <>
      <ButtonLink variant="primary" size="large" to={links.guidance(guide.itemId)} icon={<PenLine size={20} aria-hidden="true" />}>{text.apply}</ButtonLink>
      {asks && <ButtonLink size="large" to={links.guidance(guide.itemId)} icon={<ListChecks size={20} aria-hidden="true" />}>{text.guide}</ButtonLink>}
    </>
  );
}

function Guide({ guide }: { guide: ItemGuide }) {
  const item = guide.elements;
  const tag = useDictionary('item-tag');
  const lives = useQuery({
    queryKey: ['catalog.list-licence-lives', guide.itemId], queryFn: () => api.call(listLicenceLives, { params: { itemId: guide.itemId } }), meta: { public: true },
    enabled: item.results.some(({ licenceTypeCode }) => licenceTypeCode !== undefined),
  });
  const halls = useQuery({ queryKey: [listItemHalls.id, guide.itemId], queryFn: () => api.call(listItemHalls, { params: { itemId: guide.itemId } }), meta: { public: true } });
  const sections = sectionsOf(guide, lives.data?.licences ?? [], halls.data?.items ?? []);
  const questions = item.questionnaire?.questions.length ?? 0;
  return (
    <Page
      title={item.name}
      trail={[{ to: links.search({ departmentId: item.organizationId }), label: item.departmentName }]}
      lead={(
        <>
          {item.summary && <p>{item.summary}</p>}
          <p className="guide-tags">
            <span>{text.department}：{item.departmentName}</span>
            {item.tags.map((code) => tag(code)).filter(Boolean).map((name) => <Badge key={name} tone="info">{name}</Badge>)}
          </p>
        </>
      )}
    >
      <div className="stack">
        <Facts item={item} itemId={guide.itemId} />
        <div className="tb-button-row tb-no-print">
          <Actions guide={guide} />
          <ButtonLink variant="quiet" icon={<MessageSquareWarning size={20} aria-hidden="true" />} to={links.reportStuckMatter({ itemId: guide.itemId })}>{text.stuck}</ButtonLink>
          <Button variant="quiet" icon={<Printer size={20} aria-hidden="true" />} onClick={() => window.print()}>{text.print}</Button>
        </div>
        {questions > 0 && item.handling.mode === 'platform' && <Notice>{text.situations(questions)}</Notice>}
        <div className="guide-columns">
          <nav className="guide-contents tb-no-print" aria-label={text.contents}>
            <ul className="guide-contents__list">{sections.map((section) => <li key={section.id}><a href={`#${section.id}`}>{section.title}</a></li>)}</ul>
          </nav>
          <div className="stack">
            {sections.map((section) => <div key={section.id} id={section.id}><Card title={section.title}>{section.content}</Card></div>)}
            <p className="muted">{text.versionNote(guide.versionNumber, formatDate(guide.publishedAt))}</p>
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The complete guide of one published item. */
export function GuidePage() {
  const { itemId = '' } = useParams();
  const guide = useQuery({ queryKey: ['catalog.get-item-guide', itemId], queryFn: () => api.call(getItemGuide, { params: { itemId } }), meta: { public: true } });
  if (guide.data) return <Guide guide={guide.data} />;
  const answer = <Answer query={guide} lines={10}>{() => null}</Answer>;
  return guide.isError ? <Page title={text.page}>{answer}</Page> : <div className="page">{answer}</div>;
}
