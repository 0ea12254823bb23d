"""Pages in Urdu that somebody meets who answers the survey. Waits for a native reader.

A sentence stands here once, on whichever pages it is.
"""

PAGES = {
    "Have your say": "اپنی بات کہیں",
    "We plan better support for young people together with you.": "ہم آپ کے ساتھ مل کر نوجوانوں کے لیے بہتر مدد کا منصوبہ بناتے ہیں۔",
    "Your words can change things": "آپ کی باتوں سے چیزیں بدل سکتی ہیں",
    "SEND means special educational needs and disabilities.\nTell us what works and what is hard.\n"
    "We listen, and we tell you what we did.": (
        "SEND یعنی خاص تعلیمی ضرورتیں اور معذوریاں۔\nہمیں بتائیں کہ کیا اچھا ہے اور کیا مشکل ہے۔\n"
        "ہم سنتے ہیں، اور بتاتے ہیں کہ ہم نے کیا کیا۔"
    ),
    "See what we ask you about.": "دیکھیں کہ ہم آپ سے کیا پوچھتے ہیں۔",
    "SEND means special educational needs and disabilities.": "SEND یعنی خاص تعلیمی ضرورتیں اور معذوریاں۔",
    # The open consultation.
    "Our new SEND plan: is it right for you?": "ہمارا نیا SEND منصوبہ: کیا یہ آپ کے لیے ٹھیک ہے؟",
    "Tell us if our new plan for SEND is right for you.": "بتائیں کہ کیا SEND کا ہمارا نیا منصوبہ آپ کے لیے ٹھیک ہے۔",
    "We have a new plan for young people with SEND in Northdale.": "نارتھ ڈیل میں SEND والے نوجوانوں کے لیے ہمارا نیا منصوبہ ہے۔",
    "We changed the plan because of what you told us.": "آپ کی باتوں کی وجہ سے ہم نے منصوبہ بدلا۔",
    "Now we want to know if we got it right.": "اب ہم جاننا چاہتے ہیں کہ کیا ہم نے ٹھیک کیا۔",
    "The 4 things that matter most": "4 سب سے اہم چیزیں",
    "Clear information means you can find out what help there is.": "صاف معلومات یعنی آپ جان سکیں کہ کیا مدد ہے۔",
    "My support and my plan means you help to decide what happens.": "میری مدد اور میرا منصوبہ یعنی فیصلے میں آپ بھی شامل ہوں۔",
    "Good services near me means schools, health and activities near home.": (
        "میرے قریب اچھی خدمات یعنی سکول، صحت اور سرگرمیاں گھر کے پاس۔"
    ),
    "Getting ready to be an adult means work, homes, health and friends.": "بڑے ہونے کی تیاری یعنی کام، گھر، صحت اور دوست۔",
    "Why we need a plan": "ہمیں منصوبہ کیوں چاہیے",
    "More children and young people in Northdale need extra help every year.": (
        "نارتھ ڈیل میں ہر سال زیادہ بچوں اور نوجوانوں کو اضافی مدد چاہیے۔"
    ),
    "children and young people get extra help without a legal plan": "بچوں اور نوجوانوں کو قانونی منصوبے کے بغیر مدد ملتی ہے",
    "have an Education, Health and Care plan, a legal plan for their support": (
        "کے پاس تعلیم، صحت اور دیکھ بھال کا قانونی منصوبہ ہے"
    ),
    "things we promise to work on": "کام جن کا ہم وعدہ کرتے ہیں",
    "groups of people who will do the work": "گروپ جو یہ کام کریں گے",
    "How to tell us what you think": "ہمیں اپنی رائے کیسے بتائیں",
    "You can answer our questions here.": "آپ یہاں ہمارے سوالوں کے جواب دے سکتے ہیں۔",
    "You can ask somebody to help you.": "آپ کسی سے مدد لے سکتے ہیں۔",
    "You can come to a listening event.": "آپ ہماری ملاقات میں آ سکتے ہیں۔",
    "You choose which questions you answer.": "آپ چنتے ہیں کہ کن سوالوں کے جواب دیں۔",
    "Listen to what this is about": "سنیں کہ یہ کس بارے میں ہے",
    "We have a new plan for young people with special educational needs and disabilities in Northdale. "
    "We changed the plan because of what you told us. Now we want to know if we got it right.": (
        "نارتھ ڈیل میں خاص تعلیمی ضرورتوں اور معذوریوں والے نوجوانوں کے لیے ہمارا نیا منصوبہ ہے۔ "
        "آپ کی باتوں کی وجہ سے ہم نے منصوبہ بدلا۔ اب ہم جاننا چاہتے ہیں کہ کیا ہم نے ٹھیک کیا۔ (آواز انگریزی میں ہے۔)"
    ),
    "How we use what you say": "ہم آپ کی باتوں کا کیا کرتے ہیں",
    "We ask you what you think. We listen to what you say. We look for what many people say. Then we tell you what we did.": (
        "ہم آپ کی رائے پوچھتے ہیں۔ ہم آپ کی بات سنتے ہیں۔ ہم دیکھتے ہیں کہ بہت سے لوگ کیا کہتے ہیں۔ "
        "پھر ہم بتاتے ہیں کہ ہم نے کیا کیا۔"
    ),
    "We have revised Northdale's strategy for children and young people with special educational needs and disabilities "
    "(SEND), aged 0 to 25. The revision answers what people said about the first one: it covers the whole of life and not "
    "only education, and it names the actions that we will take.": (
        "ہم نے نارتھ ڈیل کی حکمت عملی بدلی ہے، جو 0 سے 25 سال کے SEND والے بچوں اور نوجوانوں کے لیے ہے۔ "
        "لوگوں نے پہلی حکمت عملی پر جو کہا یہ اس کا جواب ہے: اس میں صرف تعلیم نہیں بلکہ پوری زندگی ہے، "
        "اور وہ کام بھی جو ہم کریں گے۔"
    ),
    "The strategy now has four priorities: our Local Offer, which is the website of all local help; the SEND journey; "
    "services and provision; and preparation for adulthood. Under them are 36 objectives, most of them already given to "
    "one of four work streams. Each work stream will report regularly on what was done, what difference it made and what "
    "comes next.": (
        "اب حکمت عملی میں چار ترجیحات ہیں: ہماری Local Offer، یعنی مقامی مدد کی ویب سائٹ؛ SEND کا سفر؛ خدمات؛ اور بالغ "
        "زندگی کی تیاری۔ ان کے نیچے 36 مقصد ہیں۔ چار گروپ ان پر کام کرتے ہیں اور بتاتے رہیں گے کہ کیا ہوا اور آگے کیا ہو گا۔"
    ),
    "In the district, 3,673 children and young people have an Education, Health and Care plan and 14,339 receive SEN Support, "
    "which is extra help without such a plan. The number of plans has been rising steadily and we expect demand to go on "
    "growing. We want to hear from young people, from parents and carers and from professionals: are these the right "
    "priorities, and how true are the I statements for you today?": (
        "ضلعے میں 3,673 بچوں اور نوجوانوں کے پاس تعلیم، صحت اور دیکھ بھال کا منصوبہ ہے، اور 14,339 کو اس کے بغیر اضافی مدد "
        "ملتی ہے۔ منصوبوں کی تعداد بڑھ رہی ہے۔ ہم نوجوانوں، والدین اور کام کرنے والوں سے سننا چاہتے ہیں: کیا یہ ترجیحات ٹھیک "
        "ہیں، اور یہ جملے آج آپ کے لیے کتنے سچ ہیں؟"
    ),
    "We will read every answer.": "ہم ہر جواب پڑھیں گے۔",
    "We will tell you what people said.": "ہم بتائیں گے کہ لوگوں نے کیا کہا۔",
    "The SEND Partnership Board will use your answers to finish the plan.": "SEND بورڈ آپ کے جوابوں سے منصوبہ پورا کرے گا۔",
    "The Board is the group of leaders who make the decisions.": "بورڈ ان رہنماؤں کا گروپ ہے جو فیصلے کرتے ہیں۔",
    "We will tell you what we did, and what we could not do.": "ہم بتائیں گے کہ ہم نے کیا کیا، اور کیا نہ کر سکے۔",
    "We check the plan with you every year.": "ہم ہر سال آپ کے ساتھ منصوبہ دیکھتے ہیں۔",
}

FURTHER_PAGES = {
    # Contact.
    "Contact us": "ہم سے رابطہ کریں",
    "You can send us an email.": "آپ ہمیں ای میل بھیج سکتے ہیں۔",
    "You can phone us.": "آپ ہمیں فون کر سکتے ہیں۔",
    "You can write us a letter.": "آپ ہمیں خط لکھ سکتے ہیں۔",
    "Somebody can contact us for you.": "کوئی آپ کے لیے ہم سے رابطہ کر سکتا ہے۔",
    "Tell us if you need another language or sign language.": "بتائیں اگر آپ کو دوسری زبان یا اشاروں کی زبان چاہیے۔",
    "We answer in 5 working days.": "ہم کام کے 5 دنوں میں جواب دیتے ہیں۔",
    "Email": "ای میل",
    "Phone": "فون",
    "Post": "ڈاک",
    # The number stays from left to right between its two signs.
    '<a id="a1">01632 960123</a>, Monday to Friday, 9:00 to 17:00. At other times, leave a message and we call back.': (
        '\u2066<a id="a1">01632 960123</a>\u2069، پیر سے جمعہ، 9:00 سے 17:00۔ دوسرے وقت پیغام چھوڑیں، ہم فون کریں گے۔'
    ),
    "Paper copies and other formats": "کاغذ کی کاپیاں اور دوسری شکلیں",
    "Ask us for any survey on paper, in large print or in another language. We can also read the questions to you on the "
    "phone and write down your answers.": (
        "ہم سے کوئی بھی سروے کاغذ پر، بڑے حروف میں یا دوسری زبان میں مانگیں۔ ہم فون پر سوال پڑھ کر آپ کے جواب لکھ بھی سکتے ہیں۔"
    ),
    # Privacy.
    "Your privacy": "آپ کی رازداری",
    "You do not tell us who you are": "آپ ہمیں نہیں بتاتے کہ آپ کون ہیں",
    "You can answer without giving your name.": "آپ نام بتائے بغیر جواب دے سکتے ہیں۔",
    "In surveys, we do not ask for your birthday, school or address.": "سروے میں ہم آپ کی تاریخ پیدائش، سکول یا پتہ نہیں پوچھتے۔",
    "You can leave out any question.": "آپ کوئی بھی سوال چھوڑ سکتے ہیں۔",
    "Please do not write names of people or schools.": "براہ کرم لوگوں یا سکولوں کے نام نہ لکھیں۔",
    "What we keep": "ہم کیا رکھتے ہیں",
    "We keep your answers.": "ہم آپ کے جواب رکھتے ہیں۔",
    "We keep your age group, area, needs and who you are, if you tell us.": (
        "اگر آپ بتائیں تو ہم آپ کی عمر کا گروپ، علاقہ، ضرورتیں اور آپ کون ہیں رکھتے ہیں۔"
    ),
    "We keep whether somebody helped you to answer.": "ہم یہ رکھتے ہیں کہ کیا کسی نے جواب دینے میں آپ کی مدد کی۔",
    "We keep your email only if you ask us to tell you more.": "ہم آپ کا ای میل صرف تب رکھتے ہیں جب آپ اور جاننا چاہیں۔",
    "We keep your email apart from your answers.": "ہم آپ کا ای میل آپ کے جوابوں سے الگ رکھتے ہیں۔",
    "How long we keep it": "ہم کتنی دیر رکھتے ہیں",
    "We delete your answers 2 years after the survey closes.": "سروے بند ہونے کے 2 سال بعد ہم آپ کے جواب مٹا دیتے ہیں۔",
    "We delete answers that you do not send after 30 days.": "جو جواب آپ نہ بھیجیں وہ ہم 30 دن بعد مٹا دیتے ہیں۔",
    "We delete your email after 12 months.": "ہم آپ کا ای میل 12 مہینے بعد مٹا دیتے ہیں۔",
    "We delete your event booking 3 months after the event.": "ملاقات کے 3 مہینے بعد ہم آپ کی بکنگ مٹا دیتے ہیں۔",
    "Who sees it": "اسے کون دیکھتا ہے",
    "A few staff in our team read the answers.": "ہماری ٹیم کے کچھ لوگ جواب پڑھتے ہیں۔",
    "Everybody else sees only numbers and short quotes.": "باقی سب صرف تعداد اور چھوٹی باتیں دیکھتے ہیں۔",
    "We hide small numbers so nobody can guess you.": "ہم چھوٹی تعداد چھپاتے ہیں تاکہ کوئی آپ کو نہ پہچانے۔",
    "If we worry that somebody is not safe, we tell the safeguarding lead.": (
        "اگر ہمیں فکر ہو کہ کوئی محفوظ نہیں، تو ہم حفاظت کے ذمہ دار کو بتاتے ہیں۔"
    ),
    "Safeguarding means keeping people safe.": "حفاظت یعنی لوگوں کو محفوظ رکھنا۔",
    "Your code": "آپ کا کوڈ",
    "You get a code of pictures when you stop.": "جب آپ رکیں تو آپ کو تصویروں کا کوڈ ملتا ہے۔",
    "The pictures open your answers again.": "تصویروں سے آپ کے جواب پھر کھلتے ہیں۔",
    "You get a code when you send your answers.": "جب آپ جواب بھیجیں تو آپ کو ایک کوڈ ملتا ہے۔",
    "Keep the code in a safe place.": "کوڈ محفوظ جگہ رکھیں۔",
    "With the code you can see, change or delete your answers.": "کوڈ سے آپ اپنے جواب دیکھ، بدل یا مٹا سکتے ہیں۔",
    "You do not have to tell us your name.": "آپ کو اپنا نام بتانا ضروری نہیں۔",
    "Your choices on this device": "اس آلے پر آپ کی پسند",
    "Cookies are small files that remember your size and colours.": "کوکیز چھوٹی فائلیں ہیں جو آپ کا سائز اور رنگ یاد رکھتی ہیں۔",
    "Cookies also remember a survey that you started here.": "کوکیز وہ سروے بھی یاد رکھتی ہیں جو آپ نے یہاں شروع کیا۔",
    "We do not use cookies to follow you.": "ہم کوکیز سے آپ کا پیچھا نہیں کرتے۔",
    # Accessibility.
    "Accessibility statement": "سب کے لیے آسانی",
    "We want everyone to be able to use this website.": "ہم چاہتے ہیں کہ سب یہ ویب سائٹ استعمال کر سکیں۔",
    "What you can change": "آپ کیا بدل سکتے ہیں",
    "You can make the words bigger.": "آپ الفاظ بڑے کر سکتے ہیں۔",
    "You can change colours, letters and spaces.": "آپ رنگ، حروف اور جگہ بدل سکتے ہیں۔",
    "Your device may be able to read the words to you.": "ہو سکتا ہے آپ کا آلہ الفاظ پڑھ کر سنائے۔",
    "You can use only a keyboard or a switch.": "آپ صرف کی بورڈ یا سوئچ استعمال کر سکتے ہیں۔",
    "What does not work yet": "کیا ابھی کام نہیں کرتا",
    "We do not have sign language videos yet.": "ہمارے پاس ابھی اشاروں کی زبان کی فلمیں نہیں ہیں۔",
    "Most pages are only in English.": "زیادہ تر صفحے صرف انگریزی میں ہیں۔",
    "Most pages do not have a recorded voice yet.": "زیادہ تر صفحوں کی ریکارڈ کی ہوئی آواز ابھی نہیں ہے۔",
    "Tell us": "ہمیں بتائیں",
    "Tell us if something does not work for you.": "بتائیں اگر کچھ آپ کے لیے کام نہ کرے۔",
    "You can ask for paper, large print or a phone call.": "آپ کاغذ، بڑے حروف یا فون مانگ سکتے ہیں۔",
}

# The prose of the privacy page, part by part in the order of ``PRIVACY["body"]``.
PRIVACY_BODY = [
    "ہم کیوں پوچھ سکتے ہیں",
    "کونسلوں اور صحت کی خدمات پر فرض ہے کہ SEND خدمات کے فیصلوں میں نوجوانوں اور خاندانوں کو شامل کریں۔ قانون میں اسے public task "
    "کہتے ہیں۔ اسی وجہ سے ہم آپ کے جواب استعمال کرتے ہیں۔ کسی اور کام کے لیے، مثلاً ای میل سے خبر دینے کے لیے، ہم آپ کی اجازت مانگتے "
    "ہیں، اور آپ اسے کسی بھی وقت واپس لے سکتے ہیں۔",
    "ہم کیا رکھتے ہیں اور کتنی دیر",
    "سروے کے جواب: مشاورت بند ہونے کے 2 سال بعد تک۔ جو جواب آپ نے شروع کیے اور نہیں بھیجے: آخری تبدیلی کے 30 دن بعد تک۔ اگر آپ ای میل "
    "سے ان کا لنک مانگیں تو ہم آپ کا پتہ ایک بار استعمال کرتے ہیں اور نہیں رکھتے۔ خبر دینے کے لیے رابطہ: 12 مہینے۔ ملاقات کی بکنگ: "
    "ملاقات کے 3 مہینے بعد تک۔ ہماری بھیجی ہوئی ای میل: 30 دن۔ عملے کے سائن اِن کا ریکارڈ: 90 دن۔ عملے نے نظام پر کیا کیا، آپ کی "
    "باتوں کے بغیر: 6 سال۔",
    "اگر کوئی خطرے میں ہو تو حفاظت کا ذمہ دار ہم سے کہہ سکتا ہے کہ جواب زیادہ دیر رکھیں۔ چھپے ہوئے نتیجوں میں ذاتی معلومات نہیں "
    "ہوتیں اور وہ ویب سائٹ پر رہتے ہیں۔",
    "ہم کیا نہیں رکھتے",
    "ہم آپ کے جوابوں کے ساتھ آپ کے آلے کا انٹرنیٹ پتہ نہیں رکھتے۔ جب کوئی کوڈ لکھتا ہے تو ہم پتے کی ایک بدلی ہوئی شکل ایک دن رکھتے ہیں "
    "تاکہ کوئی کوڈ کا اندازہ نہ لگا سکے۔ ہم اشتہار یا پیچھا کرنے والی چیزیں استعمال نہیں کرتے اور دوسری کمپنیوں سے کچھ نہیں لیتے۔",
    "آپ کے حقوق",
    "آپ پوچھ سکتے ہیں کہ ہمارے پاس کیا ہے، اسے ٹھیک کرنے یا مٹانے کو کہہ سکتے ہیں۔ آپ کے نام کے بغیر ہم آپ کے جواب صرف کوڈ سے ڈھونڈ "
    "سکتے ہیں، اس لیے اسے رکھیں۔ کوڈ سے آپ خود انہیں دیکھ، بدل اور مٹا سکتے ہیں۔ کچھ غلط ہو تو پہلے ہم سے رابطہ کریں۔ آپ Information "
    "Commissioner's Office سے بھی شکایت کر سکتے ہیں، جو برطانیہ میں رازداری کے حقوق دیکھتا ہے۔",
]
