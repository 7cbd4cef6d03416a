import { Card } from '@tongban/ui';
import { BadgeCheck, Building2, ChevronRight, FileSearch, IdCard, MessageSquareText } from 'lucide-react';
import { Link } from 'react-router';
import { ItemSearchBox } from '../../shared/items/ItemSearchBox.tsx';
import { useWindowTitle } from '../../shared/layout/Page.tsx';
import { links } from '../../shared/links.ts';
import { Bundles } from './Bundles.tsx';
import { HotItems, HotWords } from './HotItems.tsx';
import { MyCases } from './MyCases.tsx';
import { text } from './text.ts';
import { DepartmentBrowser, TopicBrowser } from './Topics.tsx';
import './home.css';

const quick = [
  { to: links.progress(), Icon: FileSearch, ...text.quickLinks.progress },
  { to: links.halls(), Icon: Building2, ...text.quickLinks.halls },
  { to: links.verify(), Icon: BadgeCheck, ...text.quickLinks.verify },
  { to: links.space('licences'), Icon: IdCard, ...text.quickLinks.licences },
  { to: links.space('messages'), Icon: MessageSquareText, ...text.quickLinks.messages },
];

/** One search, what most people come for, and my own cases within one screen; the ways in by theme and department below. */
export function HomePage() {
  useWindowTitle(text.title);
  return (
    <>
      <div className="hero">
        <div className="wrap hero__inner">
          <h1>{text.heading}</h1>
          <p className="hero__lead">{text.lead}</p>
          <ItemSearchBox large />
          <HotWords />
        </div>
      </div>
      <div className="page stack home">
        <div className="columns">
          <HotItems />
          <div className="stack">
            <MyCases />
            <Card title={text.quick} compact>
              <ul className="quick">
                {quick.map(({ to, Icon, title, hint }) => (
                  <li key={to}>
                    <Link className="quick__link" to={to}>
                      <Icon size={26} aria-hidden="true" />
                      <span className="quick__text"><span className="quick__title">{title}</span><span className="quick__hint">{hint}</span></span>
                      <ChevronRight size={20} aria-hidden="true" />
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        </div>
        <Bundles />
        <TopicBrowser />
        <DepartmentBrowser />
      </div>
    </>
  );
}
