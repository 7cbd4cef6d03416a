import { Phone } from 'lucide-react';
import { Link } from 'react-router';
import { links } from '../shared/links.ts';
import { text } from './text.ts';

/** Contact, entries and help at the end of every page. */
export function Footer() {
  return (
    <footer className="footer tb-no-print">
      <div className="wrap footer__columns">
        <section aria-labelledby="footer-hotline">
          <h2 id="footer-hotline" className="footer__title">{text.footer.hotlineLabel}</h2>
          <a className="footer__hotline" href="tel:12345"><Phone size={24} aria-hidden="true" />{text.footer.hotline}</a>
          <p>{text.footer.hotlineHours}</p>
        </section>
        <nav aria-labelledby="footer-links">
          <h2 id="footer-links" className="footer__title">{text.footer.linksTitle}</h2>
          <ul className="footer__list">
            <li><Link to={links.search()}>{text.searchLabel}</Link></li>
            <li><Link to={links.departments()}>{text.nav.departments}</Link></li>
            <li><Link to={links.progress()}>{text.nav.progress}</Link></li>
            <li><Link to={links.verify()}>{text.nav.verify}</Link></li>
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
      <p className="wrap footer__statement">{text.footer.statement}</p>
    </footer>
  );
}
