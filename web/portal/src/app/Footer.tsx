import { Phone } from 'lucide-react';
import { Link } from 'react-router';
import type { SiteSettings } from '@tongban/server/src/kernel/site/contract.ts';
import { links } from '../shared/links.ts';
import { useSite } from '../shared/site.ts';
import { text } from './text.ts';

/** Who runs the site and under which records, as the law asks of a government site. */
function Records({ site }: { site: SiteSettings }) {
  const lines = [
    site.organizer && text.footer.organizer(site.organizer), site.operator && text.footer.operator(site.operator),
    site.siteCode && text.footer.siteCode(site.siteCode), site.policeNumber,
  ].filter(Boolean);
  if (lines.length === 0 && !site.icpNumber) return null;
  return (
    <ul className="footer__records">
      {lines.map((line) => <li key={line}>{line}</li>)}
      {site.icpNumber && <li><a href="https://beian.miit.gov.cn/" rel="noreferrer">{site.icpNumber}</a></li>}
    </ul>
  );
}

/** Contact, entries and help at the end of every page. */
export function Footer() {
  const site = useSite();
  return (
    <footer className="footer tb-no-print">
      <div className="wrap footer__columns">
        <section aria-labelledby="footer-hotline">
          <h2 id="footer-hotline" className="footer__title">{text.footer.hotlineLabel}</h2>
          <a className="footer__hotline" href={`tel:${site.hotline.replace(/[^\d+]/g, '')}`}><Phone size={24} aria-hidden="true" />{site.hotline}</a>
          <p>{site.hotlineHours}</p>
          {site.address && <p>{text.footer.address(site.address)}</p>}
        </section>
        <nav aria-labelledby="footer-links">
          <h2 id="footer-links" className="footer__title">{text.footer.linksTitle}</h2>
          <ul className="footer__list">
            <li><Link to={links.search()}>{text.searchLabel}</Link></li>
            <li><Link to={links.departments()}>{text.nav.departments}</Link></li>
            <li><Link to={links.halls()}>{text.nav.halls}</Link></li>
            <li><Link to={links.progress()}>{text.nav.progress}</Link></li>
            <li><Link to={links.verify()}>{text.nav.verify}</Link></li>
            <li><Link to={links.ratingFigures()}>{text.footer.ratingFigures}</Link></li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-help">
          <h2 id="footer-help" className="footer__title">{text.footer.helpTitle}</h2>
          <ul className="footer__list">
            <li><Link to={links.register('person')}>{text.footer.registerPerson}</Link></li>
            <li><Link to={links.register('company')}>{text.footer.registerCompany}</Link></li>
            <li><Link to={links.accessibility()}>{text.help}</Link></li>
            <li><a href="/api/docs">{text.footer.apiDocuments}</a></li>
          </ul>
        </nav>
      </div>
      <div className="wrap footer__statement">
        <p>{site.statement}</p>
        <Records site={site} />
      </div>
    </footer>
  );
}
