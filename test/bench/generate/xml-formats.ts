import type { WrittenFormat } from "./formats.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** XML of databases and of programs. */
export const XML_FORMATS: readonly WrittenFormat[] = [
  {
    format: "dblp-xml",
    extension: "xml",
    begin: `${HEAD}<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n`,
    record: ({ title, authors, year, venue, doi }, at) =>
      `<article mdate="2020-01-01" key="journals/x/${at}">\n${authors
        .map(({ given, family }) => `<author>${given} ${family}</author>\n`)
        .join(
          "",
        )}<title>${title} &amp; more.</title>\n<pages>1-9</pages>\n<year>${year}</year>\n<journal>${venue}</journal>\n` +
      `<ee>https://doi.org/${doi}</ee>\n<url>db/journals/x/x${at}.html</url>\n</article>\n`,
    end: "</dblp>\n",
  },
  {
    format: "pubmed-xml",
    extension: "xml",
    begin: `${HEAD}<PubmedArticleSet>\n`,
    record: ({ number, title, authors, year, venue, doi, abstract, keywords }) =>
      `<PubmedArticle>\n  <MedlineCitation Status="MEDLINE" Owner="NLM">\n    <PMID Version="1">${number + 1}</PMID>\n    <Article PubModel="Print">\n` +
      `      <Journal><JournalIssue CitedMedium="Print"><PubDate><Year>${year}</Year><Month>Dec</Month></PubDate></JournalIssue><Title>${venue}</Title></Journal>\n` +
      `      <ArticleTitle>${title}</ArticleTitle>\n      <ELocationID EIdType="doi" ValidYN="Y">${doi}</ELocationID>\n` +
      `      <Abstract><AbstractText>${escaped(abstract)}</AbstractText></Abstract>\n      <AuthorList CompleteYN="Y">\n${authors
        .map(
          ({ given, family }) =>
            `        <Author ValidYN="Y"><LastName>${family}</LastName><ForeName>${given}</ForeName><Initials>${given[0]}</Initials>` +
            "<AffiliationInfo><Affiliation>University of Tests.</Affiliation></AffiliationInfo></Author>\n",
        )
        .join("")}      </AuthorList>\n    </Article>\n    <KeywordList Owner="NOTNLM">${keywords
        .map((keyword) => `<Keyword MajorTopicYN="N">${keyword}</Keyword>`)
        .join("")}</KeywordList>\n  </MedlineCitation>\n</PubmedArticle>\n`,
    end: "</PubmedArticleSet>\n",
  },
  {
    format: "arxiv-atom",
    extension: "xml",
    begin:
      `${HEAD}<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">\n` +
      "  <id>http://arxiv.org/api/abc</id>\n",
    record: ({ title, authors, year, venue, doi, abstract }, at) =>
      `  <entry>\n    <id>http://arxiv.org/abs/${String(7 + Math.floor(at / 1_200_000)).padStart(2, "0")}${String(1 + (Math.floor(at / 100_000) % 12)).padStart(2, "0")}.${String(at % 100_000).padStart(5, "0")}v1</id>\n` +
      `    <title>${title}</title>\n    <summary>  ${escaped(abstract)}</summary>\n    <published>${year}-01-04T09:00:00Z</published>\n` +
      `    <category term="cs.XX" scheme="http://arxiv.org/schemas/atom"/>\n    <arxiv:journal_ref>${venue}</arxiv:journal_ref>\n` +
      `    <arxiv:doi>${doi}</arxiv:doi>\n${authors
        .map(({ given, family }) => `    <author>\n      <name>${given} ${family}</name>\n    </author>\n`)
        .join("")}  </entry>\n`,
    end: "</feed>\n",
  },
  {
    format: "acl-xml",
    extension: "xml",
    begin: `${HEAD}<collection id="2020.inv">\n`,
    record: ({ title, authors, doi, abstract }, at) =>
      (at % 500 === 0
        ? `${at === 0 ? "" : "  </volume>\n"}  <volume id="${1 + at / 500}" type="proceedings">\n    <meta><booktitle>Proceedings of Invention</booktitle><year>2020</year></meta>\n`
        : "") +
      `    <paper id="${1 + (at % 500)}">\n      <title><fixed-case>I</fixed-case>n ${title}</title>\n${authors
        .map(({ given, family }) => `      <author><first>${given}</first><last>${family}</last></author>\n`)
        .join("")}      <pages>1–9</pages>\n      <abstract>${escaped(abstract)}</abstract>\n` +
      `      <url hash="0f">2020.inv-${1 + Math.floor(at / 500)}.${1 + (at % 500)}</url>\n      <doi>${doi}</doi>\n    </paper>\n`,
    end: "  </volume>\n</collection>\n",
  },
  {
    format: "endnote-xml",
    extension: "xml",
    begin: '<?xml version="1.0" encoding="UTF-8" ?><xml><records>',
    record: ({ title, authors, year, venue, doi, abstract, keywords }, at) => {
      const style = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
      return (
        `<record><database name="a.enl" path="a.enl">a.enl</database><source-app name="EndNote" version="20.2">EndNote</source-app>` +
        `<rec-number>${at + 1}</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors>${authors
          .map(({ given, family }) => `<author>${style(`${family}, ${given}`)}</author>`)
          .join(
            "",
          )}</authors></contributors><titles><title>${style(title)}</title><secondary-title>${style(venue)}</secondary-title></titles>` +
        `<keywords>${keywords.map((keyword) => `<keyword>${style(keyword)}</keyword>`).join("")}</keywords>` +
        `<dates><year>${style(String(year))}</year></dates><electronic-resource-num>${style(doi)}</electronic-resource-num>` +
        `<abstract>${style(escaped(abstract))}</abstract></record>`
      );
    },
    end: "</records></xml>\n",
  },
];
