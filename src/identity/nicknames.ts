/**
 * Given names that stand for one another, one group a line: English short forms and their kin in other languages. A name
 * may stand in several groups ("Alex"). Collected by hand from common knowledge.
 */
const GROUPS = `
alexander alex alexandre aleksandr alexandr aleksander sasha sandy
alexandra alex sasha
abraham abe
albert al bert
alfred al fred
alan allan allen al
andrew andy drew andrei andrey andreas
anthony tony antony
antonio toni tony
arthur art
barbara barb
benjamin ben benny
bernard bernie
catherine katherine kathryn kate katie cathy kathy cat katy katharine katharina
charles charlie chuck
christopher chris
christian chris
christine chris tina christina kristina kristin
daniel dan danny
david dave
deborah debbie debra deb
donald don
dorothy dot
douglas doug
dmitry dmitri dima dmitriy
edward ed eddie ted ned
edmund ed
elizabeth liz beth lisa betty eliza elisabeth libby
eugene gene evgeny yevgeny evgenii
francis frank fran
franklin frank
franz frank
frederick fred freddy frederic
gabriel gabe
gerald gerry jerry
geoffrey geoff jeff
george georgios georg
gregory greg gregor
harold harry hal
henry hank harry henrik
herbert herb
ivan vanya
jacob jake jakob
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff jeffery geoff
jeremy jerry
jennifer jenny jen
jessica jess jessie
john jack johnny jon
johannes hans joh
jonathan jon jonny
joseph joe josef joey
joshua josh
judith judy
julian jules
kenneth ken kenny
kimberly kim
lawrence larry laurence laurie
leonard len lenny leo
leonid leo
louis lou lewis
ludwig lutz
maria ma
margaret maggie meg peggy marge
maria mary
martin marty
matthew matt mathew matthias
maximilian max
maxim max
melvin mel
michael mike mick mikhail michal michel misha
mikhail misha michael mikhael
mitchell mitch
mohammad mohammed muhammad mohamed mohamad muhammed mohammadreza md mhd mohd
nathaniel nathan nat nate
nathan nate
nicholas nick nicolas nikolaos nicola niko nikolay
nikolai nick kolya
norman norm
olga olya
pamela pam
patricia pat patty tricia
patrick pat paddy
pavel paul
peter pete pieter petr
philip phil phillip philipp philippe
rachel rae
raymond ray
rebecca becky
richard rick dick rich ricky
robert bob rob bobby robbie bert
roderick rod
rodney rod
roger rodge
ronald ron ronnie
samuel sam sammy
samantha sam
sandra sandy
sergey sergei serge sergio
stanley stan
stanislaw stan
stephen steve steven stefan stephan
steven steve stephen
stuart stu stewart
susan sue susie suzanne
sylvester sly
tatiana tanya tatyana
theodore ted theo
theresa terry teresa
terence terry terrence
thomas tom tommy
timothy tim
valerie val
victor vic viktor
victoria vicky vicki tori
vincent vince
vladimir volodya vlad
walter walt
wilhelm willi
william bill will billy liam willy
yuri yury iurii yuriy
zachary zach zack
`;

/** For each group the letters that its names begin with. */
const INITIALS: readonly string[] = GROUPS.trim()
  .split("\n")
  .map((line) => line.replaceAll(/(?<=\S)\S| /g, ""));

const GROUPS_OF: ReadonlyMap<string, readonly number[]> = groupsOfNames();

function groupsOfNames(): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  GROUPS.trim()
    .split("\n")
    .forEach((line, group) => {
      for (const name of line.split(" ")) {
        const known = groups.get(name);
        if (known) known.push(group);
        else groups.set(name, [group]);
      }
    });
  return groups;
}

const NONE: readonly number[] = [];

/** Groups of given names that the folded name belongs to. */
export function nicknameGroups(name: string): readonly number[] {
  return GROUPS_OF.get(name) ?? NONE;
}

/** Whether somebody known by the given name may be called by a kindred one with that initial: "bill" and "w". */
export function mayBeginWith(name: string, initial: string): boolean {
  return nicknameGroups(name).some((group) => INITIALS[group].includes(initial));
}

/** Whether one given name is a usual short or kindred form of the other: Bill and William. */
export function areNicknames(one: string, other: string): boolean {
  const groups = nicknameGroups(one);
  return groups.length > 0 && nicknameGroups(other).some((group) => groups.includes(group));
}
