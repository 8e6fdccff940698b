/**
 * First names in use in the United Kingdom, in lower case, among them those of families from South Asia, Africa and
 * Eastern Europe. Some are ordinary words or places too.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `
  aaliyah aarav aaron aayan abbas abbie abby abdi abdul abdullah abigail abraham ada adam addison adebayo adeel adele
  adeola aditya adrian adwoa aftab agnes agnieszka ahmad ahmed aidan aiden aileen aimee ainsley aisha aishah aisling
  ajay akash akbar akeem akosua akua alan alana alasdair alastair albert albie alec aled alejandro aleksander
  aleksandra alex alexander alexandra alexandru alexia alexis alfie alfred ali alia alice alicia alina alisha alison
  alissa alistair allan alma alya alyssa amaan amadou amal amanda amara amber ambreen amelia amelie amina aminah amir
  amira amit amna amrit amy ana anastasia anaya andre andrea andreea andrei andrew andrzej andy aneesa angela angelina
  angharad angus anil anisa anisha anita anja anna annabel annabelle anne annie anthony anton antonia antonio anwar
  anya aoife april aqsa arabella archer archie ari aria ariana arjun arlo armaan arnold arran arshad arthur arturo
  arun arya asad asha asher ashleigh ashley ashraf ashton asif asim asiya aslam asma astrid athena atif aubrey audrey
  august aurora austin autumn ava avery awais axel ayaan ayan ayana ayaz ayesha ayla aylin ayo ayodeji ayodele azhar
  aziz azra babatunde bailey barbara barney barry bartosz bashir basil bea beata beatrice beatrix beau becca becky
  belinda bella ben benedict benjamin benji bernadette bernard bertie beryl bessie beth bethan bethany betty bev
  beverley bhavesh bhavna bilal billie billy blake blessing bob bobbie bobby bogdan bogna bonnie bozena brandon brenda
  brendan brett brian bridget brody bronte bronwen brooke bruce bryan bryn bryony bukola bushra caitlin caleb callie
  callum calum calvin cameron camilla camille candice cara carl carla carly carmen carol carole caroline carolyn
  carrie carter carys casey caspian cassandra cassie catalin catherine cathy catrin cecilia cedric celeste celia cerys
  chandra chantal chantelle charis charlene charles charley charlie charlotte chelsea cheryl chester chiamaka chiara
  chidera chidi chika chinedu chioma chloe chris chrissie christian christina christine christopher chukwuemeka cian
  ciara cillian cindy claire clara clarissa claudia clayton clementine clifford clive clodagh cody cole colette colin
  colm connie connor conor constance cora coral corey cormac cory courtney craig cristian crystal curtis cynthia
  dafydd daisy dale damian damien damon dan dana daniel daniela daniella danielle danish danny daphne dara darcey
  darcie darcy daria darius darragh darrell darren darshan daryl dave david davina dawid dawn dean debbie deborah
  declan deepa deepak deirdre delilah della delroy demi denis denise dennis denzel derek dermot desmond destiny dev
  devi dexter diana diane dilan dilip dillon dimitri dina dinah dipak dipti divya dominic dominik dominika donald
  donna dora doreen doris dorothy dot doug douglas duncan dwayne dylan ealish eamon ebele ebony eddie eden edie edith
  edmund eduard edward edwin efe ehsan eileen eilidh eira elaine eleanor elena eleni eli eliana elias elif elijah elin
  eliot elisa elise elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie elspeth
  elvis emeka emilia emily emma emmanuel emmeline emre emrys enya eric erica erik erin ernest esha esmae esme estelle
  esther ethan ethel etta eugene eunice eva evan evangeline eve evelyn ewa ewan ewelina ezekiel ezinne ezra fabian
  fahad faisal faith faiza farah fareed farhan farida faris farouk farzana fatima fatimah fatou fatoumata faye fazal
  felicity felix fergus fern fernando ffion fiadh filip finlay finley finn finnian fiona flora florence florin florrie
  floyd folake folasade fran frances francesca francis francisco frank frankie franklin fraser fred freddie freddy
  frederick freya funmi gabriel gabriela gabriella gabrielle gareth garfield gary gavin gbenga gemma geoff geoffrey
  george georgia georgiana georgie georgina gerald geraldine gerard gethin ghazala ghulam gideon gilbert gillian gina
  ginny giorgia giovanni gita gladys glen glenda glenn gloria glyn gopal gordon gosia grace gracie graeme graham grant
  grazyna greg gregory greta grzegorz gurpreet gus guy gwen gwyneth habib hadi hadiya hadley hafiz hafsa haider hailey
  hakim hal haleema halina hallie hamish hamza hana hanif haniya hanna hannah hans hardeep harjinder harjit harley
  harmony haroon harpal harper harpreet harriet harris harrison harry harun harvey hasan hashim hassan hattie hayden
  hayley hazel heath heather heidi helen helena henrietta henry herbert hermione hiba hilary holly honey hope horace
  howard hubert huda hugh hugo humaira humza hunter hussain hussein huw iain ian ibrahim ibtisam idris ieuan ife
  ifeoma ifrah iftikhar igor ikechukwu ikenna ikram ilaria imaan imani imogen imran ina inaya inderjit india indie
  ines ingrid ioan ioana ion iqbal ira irene irfan iris irum isaac isabel isabella isabelle isaiah isha ishaan isla
  ismail israel ivan ivo ivy iwan iwona izabela izzy jace jack jackie jackson jacob jacqueline jacques jade jaden
  jadwiga jagdeep jagoda jahangir jai jaime jake jakub jamal jamelia james jamie jamila jamshed jan jane janet janice
  janine janusz jared jarek jaroslaw jasmin jasmine jason jaspal jasper jaspreet jaswinder jatinder javed javeria
  javier jay jayde jayden jaydon jayne jean jeanette jeannie jed jeff jeffrey jelani jem jemima jenna jennie jennifer
  jenny jeremiah jeremy jermaine jerome jerry jerzy jess jesse jessica jessie jill jim jimmy jo joan joanna joanne joe
  joel joey john johnny jolanta jon jonah jonas jonathan jonny jordan jordanna jorge jose joseph josephine josh joshua
  josiah josie joy joyce jozef juan juanita judah jude judith judy julia julian juliana julie juliet juliette june
  junior justin justine justyna jyoti kacey kacper kady kai kaiden kaine kaitlin kaleb kaleem kamal kamaljit kamil
  kamila kamran kane kara karan karen karim karina karl karol karolina kasey kashif kasia kat katarzyna kate katelyn
  katherine kathleen kathryn kathy katie katrina katy kavita kay kayden kaye kayla kayleigh kazimierz keane keeley
  kehinde keir keira keiran keisha keith kelechi kelly kelsey kelvin kemi ken kendra kenji kenneth kenny kenzo kerry
  kevin keziah khadija khadijah khadra khalid khalil khurram kian kiara kiera kieran kim kimberley kinga kingsley
  kiran kirsteen kirsten kirsty kit kitty klaudia kobe kofi kojo krish krishna kristina krystian krzysztof kuldeep
  kulwinder kumar kwabena kwaku kwame kwasi kyla kyle kylie kyra kyran lacey laila lakhvir lakshmi lamar lana lance
  lara larry latisha laura laurel lauren laurence laurie lavinia lawrence layla leah leanne lee leela leila lena lenny
  leo leon leona leonard leonardo lerato leroy lesley leslie leszek leticia levi lewis lexi lexie leyla liam liana
  liaqat libby lidia lila lilian lilith lillian lillie lilly lily lina linda lindsay lindsey lionel lisa liz lizzie
  llewellyn lloyd logan lois lola lorcan loretta lorna lorraine lottie lou louie louis louisa louise luca lucas lucia
  lucinda lucy ludmila lukas lukasz luke luna lydia lyla lynda lynette lynn lynne lynsey lyra mabel macey maciej mack
  mackenzie macy maddie maddison madeleine madison mae maeve magda magdalena maggie magnus maha mahira mahmoud mahnoor
  maia maisie maja majid makena malachi malachy malakai malcolm malgorzata malik malwina mandeep mandla mandy manjit
  manpreet manuel manveer marc marcel marcia marcin marco marcus marek margaret margo margot maria mariam mariama
  marian mariana marianne marie marika marina mario marion marisa marissa marius mariusz mark marley marlon marnie
  marsha martha martin martyn marvin mary maryam maryum marzena mason mateusz mathew matilda matt matteo matthew
  maureen maurice max maxim maximilian maxine maxwell may maya mayur mckenzie meena meenakshi meera megan meghan mehdi
  mehmet mehmood mehreen mehwish mei mel melanie melissa melody mercedes mercy meredith mia micah michael michaela
  michal micheal michelle mick miguel mihai mike mikey mikolaj mila milan mildred milena miles millie milly milo mimi
  mina minh minnie mira miranda miriam miroslaw mitchell mo mohamed mohammad mohammed mohamud mohinder mohsin moira
  molly mona monica monika monique morgan moses moshe mthunzi mubashir mudassar muhammad muhammed mukesh muna munir
  muriel murray musa mustafa mya myfanwy myles myra myrtle nabeel nabil nadeem nadia nadine naeem nahla naila naima
  najma nana nancy naomi narinder nasim nasir nasreen natalia natalie natasha nate nathan nathaniel navdeep naveed
  nazia neal ned neelam neeta neha neil nell nellie nelly nerys nesta nevaeh neve neville ngozi niall niamh nicholas
  nick nicky nicola nicole nigel nihal nikhil nikita nikki nikola nikolai nila nimra nina nirmal nisha nitin nkechi
  noah noel noemi noman nomsa noor nora noreen norma norman nour nova nuala nusrat nyah nyla oakley obi obinna octavia
  odin oksana ola oladele olamide oleh olena olga olive oliver olivia olivier ollie olu olumide oluwaseun oluwatobi
  omar onyeka ophelia orla orlaith oscar osian osman oswald otis otto oumar owain owen oyin ozzy pablo paddy padraig
  paige pamela pandora paolo paramjit parker parminder parveen parvez pascal pat patience patricia patrick patryk
  patsy paul paula pauline pavel pavlo pawel pearl peggy penelope penny percy perry pete peter petra petros phil
  philip philippa phillip phillipa phoebe phyllis pia pierre pieter piotr pippa polly pooja poppy pradeep prakash
  preeti prem preston priscilla pritam priti priya przemyslaw qadir qasim quentin quincy quinn quratulain rabeea rabia
  rachael rachel radek radka radoslaw rafael rafal rafe rafiq raheem rahim rahma rahman rahul raj raja rajan rajesh
  rajinder rakesh ralph ramesh ramon ramona randall rania ranjit raphael rasheeda rashid raven ravi ray raymond razia
  rebecca rebekah reece reem reena reggie regina reginald rehan rehana reid rekha remi remy renata rene reuben rex
  rhea rhian rhianna rhiannon rhodri rhona rhonda rhys ria ricardo richard rick ricky rihanna riley rishi rita river
  riya rizwan roan rob robbie robert roberta roberto robin robyn rocco roch roderick rodney roger rohan roisin roksana
  roland roma roman romeo romilly romy ron ronald ronan ronnie rory rosa rosalie rosalind rosanna rose roseanna
  rosemary rosie ross rowan rowena roxanne roxy roy rubina ruby rudi rudy rufus rukhsana rukhsar rupert rupinder
  russell ruth ryan ryder rylee ryszard saad saba sabina sabrina sachin sadaf sade sadia sadie sadiq saeed safa safdar
  safiya sagal saif saira sajid sajida sakina salim sally salma salman sam samaira samantha samar sameena sameer samia
  samina samir samira sammy samson samuel sana sandeep sandra sandy sangeeta sanjay sanjeev saoirse sapphire sara
  sarabjit sarah sarfraz sasha saskia satnam saul savannah scarlett scott sean sebastian segun sekou selena selina
  selma seren serena sergio seth shabana shabir shabnam shafiq shaheen shahid shahnaz shahzad shakeel shakira shalini
  shamim shane shanelle shania shanice shannon shanta shari sharon shaun shauna shawn shazia sheena sheila shelby
  sheldon shelley sher sherry shilpa shirin shirley shivani shona shreya sian sibusiso sid sidney sidra siena sienna
  sierra sikander silas silvia simon simone simran sinead siobhan sipho sita siya sky skye skyla skyler slawomir smita
  sobia sofia sofie sohail solomon sonia sonny sophia sophie spencer stacey stacy stan stanislava stanislaw stanley
  stef stefan stefania stella stephanie stephen steve steven stevie stewart stuart sue suhail sukhdeep sukhjit
  sukhvinder sulaiman suleiman sultan sumaiya suman sumayyah summer sunil sunita sunny suresh surinder susan susannah
  susie suzanne svetlana swati sybil sydney sylvia sylvie szymon tabitha tahir tahira taiwo talha talia tamara tamsin
  tania tanisha tanveer tanya tara tariq tasha tasleem tasnim tatiana tayla taylor tayyab ted teddy tegan tejal temi
  temitope tendai tendayi terence teresa terrence terri terry tess tessa tetiana thabo thandi thandiwe thea thelma
  themba theo theodora theodore theresa thomas tia tiana tiffany tilda tilly tim timothy tina tobi tobias toby tod
  todd tom tomas tomasz tomi tommy toni tony tracey tracy travis tremaine trevor tricia trina trisha tristan troy
  trudy tunde tunji tyler tymon tyra tyrell tyrese tyron tyrone uche ulrika uma umair umar umer una ursula usha usman
  uzair uzma valentina valerie vandana vanessa vanya varun vasile vasyl velma venetia vera verity vernon veronica
  vicki vickie vicky victor victoria vihaan vijay vikas vikki vikram viktor viktoria vince vincent vinnie vinod viola
  violet violetta virginia vishal vivek vivian vivienne vlad vladimir volodymyr wade wahid wajid walter wanda wanjiru
  waqas warren waseem wasim wayne wendy wesley whitney wieslaw wiktor wiktoria wilbur wilf wilfred will willa william
  willow wilma winifred winnie winston wojciech woody wren wyatt xander xanthe xavier xenia yan yana yaqub yara yasin
  yasir yasmeen yasmin yasmine yaw yemi yetunde yogesh yolanda younis yousef youssef yuki yulia yunus yuri yusra yusuf
  yvette yvonne zac zach zachariah zachary zack zafar zaheer zahid zahida zahra zain zaina zainab zak zakaria zakir
  zaman zane zanele zara zarah zayd zayn zbigniew zdenka zeenat zeeshan zeinab zelda zena zeynep zhang zia zion zodwa
  zoe zoey zofia zoha zohra zoya zubair zuzanna zuzia zygmunt
`
    .trim()
    .split(/\s+/),
);
