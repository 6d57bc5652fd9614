import type { Link } from "../../scene/links.ts";

/** A link that leaves the page; `href` comes from `safeUrl` alone. */
export function ExternalLink({ link }: { link: Link }) {
  return (
    <a
      className="external"
      href={link.href}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      title={link.host}
    >
      {link.label}
      <span className="visually-hidden"> on {link.host}, in a new tab</span>
    </a>
  );
}
