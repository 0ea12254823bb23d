"""The survey of the open consultation in Urdu, and what some people answered in Urdu. Waits for a native reader."""

SURVEY = {
    "My plan and me": "میرا منصوبہ اور میں",
    "This survey is for children and young people with SEND.": "یہ سروے SEND والے بچوں اور نوجوانوں کے لیے ہے۔",
    "We want to know what your life is like now.": "ہم جاننا چاہتے ہیں کہ آپ کی زندگی ابھی کیسی ہے۔",
    "There are no wrong answers.": "کوئی جواب غلط نہیں ہے۔",
    "You can leave out any question.": "آپ کوئی بھی سوال چھوڑ سکتے ہیں۔",
    "You can ask somebody to help you.": "آپ کسی سے مدد لے سکتے ہیں۔",
    "We will read what you said.": "ہم آپ کی باتیں پڑھیں گے۔",
    "We will put it together with what other people said.": "ہم انہیں دوسرے لوگوں کی باتوں کے ساتھ رکھیں گے۔",
    "The people who decide will use it to finish our plan.": "فیصلہ کرنے والے ان سے ہمارا منصوبہ پورا کریں گے۔",
    "Then we will tell you here what we did.": "پھر ہم یہاں بتائیں گے کہ ہم نے کیا کیا۔",
    "Think about school, health and things to do.": "سکول، صحت اور سرگرمیوں کے بارے میں سوچیں۔",
    "A plan says what help you get.": "منصوبہ بتاتا ہے کہ آپ کو کیا مدد ملتی ہے۔",
    "Think about clubs, shops, doctors and leisure centres.": ("کلب، دکان، ڈاکٹر اور کھیل کی جگہوں کے بارے میں سوچیں۔"),
    "Think about clothes, food, money, friends and where you go.": (
        "کپڑوں، کھانے، پیسوں، دوستوں اور گھومنے کے بارے میں سوچیں۔"
    ),
    "Who listens to you best?": "آپ کی بات سب سے اچھی طرح کون سنتا ہے؟",
    "Choose 1 answer.": "1 جواب چنیں۔",
    "My family": "میرا خاندان",
    "My friends": "میرے دوست",
    "Staff at school or college": "سکول یا کالج کا عملہ",
    "Doctors, nurses or therapists": "ڈاکٹر، نرس یا معالج",
    "My support worker or social worker": "میرا مددگار یا سماجی کارکن",
    "Nobody listens to me": "کوئی میری بات نہیں سنتا",
    "Somebody else": "کوئی اور",
    "What do you want more help with?": "آپ کو کس چیز میں زیادہ مدد چاہیے؟",
    "Choose as many as you like.": "جتنے چاہیں اتنے چنیں۔",
    "Making friends": "دوست بنانا",
    "Worries and feelings": "فکر اور احساسات",
    "Getting around on my own": "خود سے آنا جانا",
    "Looking after my money": "اپنے پیسے سنبھالنا",
    "Finding a job": "نوکری ڈھونڈنا",
    "Having my own home": "اپنا گھر ہونا",
    "Things to do outside school": "سکول کے باہر سرگرمیاں",
    "Staying healthy": "صحت مند رہنا",
    "Do you get around on your own?": "کیا آپ خود سے آتے جاتے ہیں؟",
    "Think about walking, the bus and the train.": "پیدل چلنے، بس اور ٹرین کے بارے میں سوچیں۔",
    "What would help you to get around?": "آنے جانے میں آپ کی مدد کس سے ہو گی؟",
    "Somebody who comes with me at first": "شروع میں کوئی میرے ساتھ آئے",
    "Learning how to take the bus": "بس میں جانا سیکھنا",
    "A phone that shows me the way": "فون جو مجھے راستہ دکھائے",
    "Drivers and staff who help me": "ڈرائیور اور عملہ جو میری مدد کریں",
    "Times when it is not so busy": "وہ وقت جب بھیڑ کم ہو",
    "Something else": "کچھ اور",
    "What matters most to you?": "آپ کے لیے سب سے اہم کیا ہے؟",
    "Choose your top 3.": "اپنے سب سے اہم 3 چنیں۔",
    "Having friends": "دوست ہونا",
    "Having a job": "نوکری ہونا",
    "A home that I choose": "گھر جو میں خود چنوں",
    "Feeling well": "اچھا محسوس کرنا",
    "Having fun": "مزہ کرنا",
    "How happy are you with your free time?": "آپ اپنے فارغ وقت سے کتنے خوش ہیں؟",
    "A high number means happy.": "بڑا نمبر یعنی خوش۔",
    "Not at all happy": "بالکل خوش نہیں",
    "Very happy": "بہت خوش",
    "What is 1 thing you would change?": "آپ کون سی 1 چیز بدلیں گے؟",
    "It can be about school, college, home, health or free time.": (
        "یہ سکول، کالج، گھر، صحت یا فارغ وقت کے بارے میں ہو سکتی ہے۔"
    ),
    "What do you want for your future?": "آپ اپنے مستقبل کے لیے کیا چاہتے ہیں؟",
    "Tell us what you hope for and what would help.": "بتائیں کہ آپ کی امید کیا ہے اور کیا مدد دے گا۔",
    "I want to learn\nI want to live\nIt would help me if": (
        "میں سیکھنا چاہتا یا چاہتی ہوں\nمیں رہنا چاہتا یا چاہتی ہوں\nمجھے مدد ملے گی اگر"
    ),
}

LONGER_WORDS = {
    "I am able to find the information I need in order to make informed choices about my life.": (
        "میں اپنی زندگی کے بارے میں سوچ سمجھ کر فیصلے کرنے کے لیے ضروری معلومات ڈھونڈ سکتا یا سکتی ہوں۔"
    ),
    "This includes information about education, health, social care and activities in your community.": (
        "اس میں تعلیم، صحت، سماجی دیکھ بھال اور آپ کے علاقے کی سرگرمیوں کی معلومات شامل ہیں۔"
    ),
    "I am involved in writing and reviewing my education, health and care plan (EHCP).": (
        "میں اپنا تعلیم، صحت اور دیکھ بھال کا منصوبہ (EHCP) لکھنے اور جانچنے میں شامل ہوں۔"
    ),
    "This includes the annual review. An EHCP is a legal document that says what support you must receive.": (
        "اس میں سالانہ جائزہ شامل ہے۔ EHCP ایک قانونی دستاویز ہے جو بتاتی ہے کہ آپ کو کون سی مدد ملنی چاہیے۔"
    ),
    "I use the same services and facilities as everybody else, and the staff there understand my needs.": (
        "میں وہی خدمات اور سہولتیں استعمال کرتا یا کرتی ہوں جو سب کرتے ہیں، اور عملہ میری ضرورتیں سمجھتا ہے۔"
    ),
    "For example youth clubs, shops, GP surgeries and leisure centres.": (
        "مثلاً نوجوانوں کے کلب، دکانیں، ڈاکٹر کا کلینک اور کھیل کے مراکز۔"
    ),
    "I have choice and control over the decisions that are important to me.": (
        "جو فیصلے میرے لیے اہم ہیں ان میں میری پسند اور اختیار ہے۔"
    ),
    "For example about clothing, food, how your money is spent, friendships and where you spend your time.": (
        "مثلاً کپڑے، کھانا، آپ کے پیسوں کا خرچ، دوستیاں اور آپ وقت کہاں گزارتے ہیں۔"
    ),
    "Which of these people is best at listening to your views?": "ان میں سے کون آپ کی رائے سب سے اچھی طرح سنتا ہے؟",
    "In which areas of your life would you like to receive more support?": (
        "آپ اپنی زندگی کے کن حصوں میں زیادہ مدد لینا چاہیں گے؟"
    ),
    "Are you able to travel independently?": "کیا آپ اکیلے سفر کر سکتے ہیں؟",
    "This includes walking and using public transport.": "اس میں پیدل چلنا اور بس یا ٹرین کا استعمال شامل ہے۔",
    "Which of these are your three highest priorities?": "ان میں سے آپ کی تین سب سے بڑی ترجیحات کون سی ہیں؟",
    "How satisfied are you with the leisure activities that are available to you?": (
        "آپ فارغ وقت کی دستیاب سرگرمیوں سے کتنے مطمئن ہیں؟"
    ),
    "If you could change one thing about the support you receive, what would it be?": (
        "اگر آپ اپنی مدد کے بارے میں ایک چیز بدل سکیں تو وہ کیا ہو گی؟"
    ),
    "This film is only here to show where a signed film plays. It is drawn by a computer. Nobody signs in it.\n"
    "In a real survey somebody would sign: I help to make my plan and check it.": (
        "یہ فلم صرف یہ دکھانے کے لیے ہے کہ اشاروں کی فلم کہاں چلتی ہے۔ اسے کمپیوٹر نے بنایا۔\n"
        "اصلی سروے میں کوئی اشاروں میں کہے گا: میں اپنا منصوبہ بنانے میں مدد کرتا یا کرتی ہوں۔"
    ),
}

# What people can say of themselves.
PEOPLE = {
    "North of the river": "دریا کے شمال میں",
    "South of the river": "دریا کے جنوب میں",
    "Millside": "مل سائیڈ",
    "Upper Dale": "اپر ڈیل",
    "Lower Dale": "لوئر ڈیل",
    "The coast": "ساحل",
    "Northdale town": "نارتھ ڈیل شہر",
    "The villages": "گاؤں",
    "I find it hard to learn": "مجھے سیکھنا مشکل لگتا ہے",
    "I am autistic": "مجھے آٹزم ہے",
    "I find it hard to sit still or to listen for long": "مجھے دیر تک بیٹھنا یا سننا مشکل لگتا ہے",
    "I find it hard to talk or to understand words": "مجھے بولنا یا الفاظ سمجھنا مشکل لگتا ہے",
    "I feel worried or sad a lot": "میں بہت فکر مند یا اداس رہتا یا رہتی ہوں",
    "I use a wheelchair or find it hard to walk": "میں وہیل چیئر استعمال کرتا یا کرتی ہوں، یا مجھے چلنا مشکل لگتا ہے",
    "I do not see well": "مجھے ٹھیک سے دکھائی نہیں دیتا",
    "I do not hear well": "مجھے ٹھیک سے سنائی نہیں دیتا",
    "I am ill for a long time": "میں لمبے عرصے سے بیمار ہوں",
    "Something else": "کچھ اور",
    "None of these": "ان میں سے کوئی نہیں",
}

# What people wrote, by the key of the question; the same people at every load.
COMMENTS = {
    "one-change": [
        "بس میں بہت شور ہوتا ہے۔ میں چاہتا ہوں کہ صبح ایک خاموش بس ہو۔",
        "میری امی کو خط انگریزی میں ملتے ہیں۔ وہ اردو پڑھتی ہیں۔",
        "سکول میں میری بات دھیرے سے سنی جائے۔",
        "ہسپتال میں کوئی ہو جو اردو بولے۔",
        "مجھے کلب جانا ہے لیکن وہاں ریمپ نہیں ہے۔",
        "استاد مجھے زیادہ وقت دیں۔",
    ],
    "my-future": [
        "میں کھانا پکانے کا کام کرنا چاہتی ہوں۔",
        "میں اپنے گھر میں رہنا چاہتا ہوں، خاندان کے قریب۔",
        "میں کالج جا کر کمپیوٹر سیکھنا چاہتا ہوں۔",
        "مجھے ایک دوست چاہیے جو میرے ساتھ باہر جائے۔",
    ],
}
